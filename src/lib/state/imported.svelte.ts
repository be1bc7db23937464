// Weights from a file: kept while the page lives, and used for every network that they fit.
import type { NetConfig } from '$lib/core/config/netConfig.ts';
import { FAMILIES } from '$lib/core/families/index.ts';
import { graphParameters } from '$lib/core/graph/parameters.ts';
import type { Recipe } from '$lib/core/image/recipe.ts';
import type { WeightsId } from '$lib/core/trained/trialKey.ts';
import type { NamedTensors } from '$lib/core/weights/tensors.ts';

export interface Imported extends WeightsId {
  readonly config: NetConfig;
  readonly weights: NamedTensors;
  /** How the source prepares pictures. */
  readonly recipe: Recipe | undefined;
}

/** What a network's weights hang on: every tensor's name and shape. */
const shapesOf = (config: NetConfig): string =>
  JSON.stringify(
    graphParameters(FAMILIES[config.family].build(config)).map(({ name, shape }) => [name, shape]),
  );

export class ImportedWeights {
  /** Undefined: networks run with the weights that this program has. */
  current = $state.raw<Imported | undefined>();
  /** A file that was dropped on the page; it opens the dialog that reads it. */
  incoming = $state.raw<File | undefined>();
  readonly #shapes = $derived(this.current && shapesOf(this.current.config));

  /** Undefined where there are none, or where tensors differ in name or shape. */
  weightsFor(config: NetConfig): NamedTensors | undefined {
    const { current } = this;
    if (current?.config.family !== config.family) return undefined;
    return shapesOf(config) === this.#shapes ? current.weights : undefined;
  }

  /** Which weights the network runs with; undefined where they are not imported. */
  idFor(config: NetConfig): WeightsId | undefined {
    return this.weightsFor(config) && this.current;
  }

  /** Of the weights that the network runs with. */
  recipeFor(config: NetConfig): Recipe | undefined {
    return this.weightsFor(config) && this.current?.recipe;
  }
}
