// A network with weights: from a file, which then decides the architecture, trained with this program, or drawn from a seed.
import { readFileSync } from 'node:fs';
import type { NetConfig } from '../lib/core/config/netConfig.ts';
import { FAMILIES } from '../lib/core/families/index.ts';
import type { Graph } from '../lib/core/graph/ir.ts';
import { TASK_RECIPES, type Recipe } from '../lib/core/image/recipe.ts';
import { importWeights } from '../lib/core/interchange/importWeights.ts';
import { checkWeights, type NamedTensors } from '../lib/core/weights/tensors.ts';
import { untrainedWeights } from '../lib/core/weights/untrained.ts';
import { isEngineError } from '../lib/engines/errors.ts';
import { readTaskData } from '../lib/engines/trained/taskData.ts';
import { trainedWeights } from '../lib/engines/trained/weights.ts';
import { architecture, type Values } from './architecture.ts';
import { numberOf } from './command.ts';
import { Failure } from './failure.ts';
import { openDevice } from './openDevice.ts';
import { readSiteFile } from './siteFiles.ts';
import { refuseUntrained } from './trainedSettings.ts';

export const WEIGHT_OPTIONS = {
  weights: {
    type: 'string',
    about: 'a weight file, which decides the architecture; or trained: those of --task fashion-mnist',
  },
  seed: { type: 'string', about: 'untrained weights drawn from this number: 1' },
} as const;

export interface WeightedNetwork {
  readonly config: NetConfig;
  readonly graph: Graph;
  readonly weights: NamedTensors;
  /** How pictures are prepared for it. */
  readonly recipe: Recipe;
}

/** Bytes of a file named by an option; Failure where it cannot be read. */
export function bytesOfFile(option: string, path: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Failure(`${option} ${path}: cannot be read (${reason}), a file expected`);
  }
}

/** Whatever is wrong with the content of a file, in one line that names it. */
export function readingFile<T>(option: string, path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${option} ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function fromFile(path: string, values: Values): WeightedNetwork {
  const bytes = bytesOfFile('--weights', path);
  const found = readingFile('--weights', path, () => importWeights({ bytes, fileName: path }));
  const config = architecture(values, found.config);
  const graph = FAMILIES[config.family].build(config);
  readingFile('--weights', path, () => checkWeights(graph, found.weights));
  return { config, graph, weights: found.weights, recipe: found.recipe ?? TASK_RECIPES[config.task] };
}

async function trained(values: Values): Promise<WeightedNetwork> {
  const config = architecture(values);
  refuseUntrained(config);
  const graph = FAMILIES[config.family].build(config);
  const data = await readTaskData(readSiteFile, () => undefined).catch((error: unknown) => {
    throw isEngineError(error, 'data') ? new Failure(`--weights trained: ${error.message}`) : error;
  });
  const runtime = await openDevice('simd');
  try {
    const weights = await trainedWeights({ graph, data, runtime });
    return { config, graph, weights, recipe: TASK_RECIPES[config.task] };
  } finally {
    runtime.close();
  }
}

/** By `--weights FILE`, `--weights trained` or `--seed N`. Options of the architecture change what the file leaves open. */
export async function weightedNetwork(values: Values): Promise<WeightedNetwork> {
  const { weights: file } = values;
  if (typeof file === 'string' && values['seed'] !== undefined)
    throw new Failure(`--seed ${String(values['seed'])}: either --weights or --seed expected, got both`);
  if (file === 'trained') return trained(values);
  if (typeof file === 'string') return fromFile(file, values);
  const seed = numberOf(values, 'seed', { min: 0, max: 2 ** 32 - 1, standard: 1, integer: true });
  const config = architecture(values);
  const graph = FAMILIES[config.family].build(config);
  return { config, graph, weights: untrainedWeights({ graph, seed }), recipe: TASK_RECIPES[config.task] };
}
