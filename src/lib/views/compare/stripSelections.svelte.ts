// What is selected, hovered and opened in each of the figures, by the place of the network in the row.
import type { Pointed } from '$lib/core/compare/echo.ts';
import { COMPARED } from '$lib/core/compare/limits.ts';
import type { ComparedNetwork } from '$lib/core/compare/network.ts';
import { Selection } from '$lib/state/selection.svelte.ts';

/** The block of a layer, of a block itself; a stage is its own. */
function blockOf(network: ComparedNetwork | undefined, item: string): string | undefined {
  const graph = network?.analysis.graph;
  if (graph?.blocks.some(({ id, stage }) => id === item || stage === item)) return item;
  return graph?.nodes.find(({ name }) => name === item)?.path[1];
}

export class StripSelections {
  readonly #selections: readonly Selection[];

  constructor(networks: () => readonly ComparedNetwork[]) {
    this.#selections = Array.from(
      { length: COMPARED.max },
      (_, i) => new Selection((item) => blockOf(networks()[i], item)),
    );
  }

  /** The block under the pointer or the keyboard, in whichever figure. */
  pointed(networks: readonly ComparedNetwork[]): Pointed | undefined {
    const found = networks.flatMap(({ rows }, network): readonly Pointed[] => {
      const hovered = this.#selections[network]?.hovered;
      const block = hovered === undefined ? undefined : rows.find(({ id }) => id === hovered)?.number;
      return block === undefined ? [] : [{ network, block }];
    });
    return found[0];
  }

  of(index: number): Selection {
    const selection = this.#selections[index];
    if (!selection) throw new Error(`no figure ${index}: at most ${COMPARED.max} expected`);
    return selection;
  }
}
