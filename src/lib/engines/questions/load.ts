// load: builds the graph, draws or checks weights, compiles, and runs once.
import type { NetConfig } from '../../core/config/netConfig.ts';
import { FAMILIES } from '../../core/families/index.ts';
import type { Graph } from '../../core/graph/ir.ts';
import { untrainedSettings } from '../../core/trained/covers.ts';
import { checkWeights, WeightsError, type NamedTensors } from '../../core/weights/tensors.ts';
import { untrainedWeights } from '../../core/weights/untrained.ts';
import type { DeviceId } from '../devices.ts';
import { EngineError } from '../errors.ts';
import { refuseTooLarge } from '../footprint.ts';
import type { WeightKind, WeightSource } from '../protocol.ts';
import type { Loaded } from '../session.ts';
import type { TaskData } from '../trained/taskData.ts';
import { trainedWeights } from '../trained/weights.ts';
import { nextTurn, throwIfAborted } from '../turn.ts';
import type { Context, Handler } from './question.ts';

type Given = Exclude<WeightSource, { readonly trained: true }>;

function weightsFor(graph: Graph, source: Given, before: Loaded | undefined): NamedTensors {
  if ('seed' in source) {
    const reuse = before?.seed === source.seed ? { reuse: before.weights } : {};
    return untrainedWeights({ graph, seed: source.seed, ...reuse });
  }
  try {
    checkWeights(graph, source.tensors);
  } catch (error) {
    if (!(error instanceof WeightsError)) throw error;
    const { message, tensor, found, expected } = error;
    throw new EngineError('weights', message, { tensor, found, expected });
  }
  return source.tensors;
}

interface Trained {
  readonly config: NetConfig;
  readonly device: DeviceId;
  readonly graph: Graph;
  readonly data: TaskData;
}

function kindOf(source: WeightSource): WeightKind {
  if ('seed' in source) return 'seeded';
  return 'trained' in source ? 'trained' : 'given';
}

/** Cut out and recalibrated, or as made before. */
async function weightsTrained(
  { config, device, graph, data }: Trained,
  { session, signal }: Context<'load'>,
): Promise<NamedTensors> {
  const known = session.shelf.cut(config);
  if (known) return known;
  const weights = await session.borrow(device, (runtime) => trainedWeights({ graph, data, runtime, signal }));
  session.shelf.keep(config, weights);
  return weights;
}

function refuseUntrained(config: NetConfig): void {
  const settings = untrainedSettings(config);
  if (settings.length > 0)
    throw new EngineError('untrained', `no trained weights: ${settings.join(', ')}`, { settings });
}

export const load: Handler<'load'> = async ({ config, device, weights: source }, context) => {
  const { session, signal, report, alone } = context;
  const isTrained = 'trained' in source;
  if (isTrained) refuseUntrained(config);
  // outside of the lane: a download lets everything else go on
  const data = isTrained ? await session.shelf.data({ signal, report }) : undefined;
  return alone(async () => {
    throwIfAborted(signal);
    report('weights');
    const begin = performance.now();
    const graph = FAMILIES[config.family].build(config);
    refuseTooLarge(graph);
    const weights =
      isTrained && data
        ? await weightsTrained({ config, device, graph, data }, context)
        : weightsFor(graph, source as Given, session.loaded);
    const weightsMs = performance.now() - begin;
    await nextTurn();
    throwIfAborted(signal);
    report('compile');
    const seed = 'seed' in source ? source.seed : undefined;
    session.load({ config, graph, weights, device, seed });
    const compileBegin = performance.now();
    const { runtime, network } = await session.ready();
    const compileMs = performance.now() - compileBegin;
    return {
      facts: runtime.facts,
      weights: kindOf(source),
      groups: network.groups,
      weightsMs,
      compileMs,
    };
  });
};
