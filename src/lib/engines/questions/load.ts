// load: builds the graph, draws or checks weights, compiles, and runs once.
import { FAMILIES } from '../../core/families/index.ts';
import type { Graph } from '../../core/graph/ir.ts';
import { checkWeights, WeightsError, type NamedTensors } from '../../core/weights/tensors.ts';
import { untrainedWeights } from '../../core/weights/untrained.ts';
import { EngineError } from '../errors.ts';
import { refuseTooLarge } from '../footprint.ts';
import type { WeightSource } from '../protocol.ts';
import type { Loaded } from '../session.ts';
import { nextTurn, throwIfAborted } from '../turn.ts';
import type { Handler } from './question.ts';

function weightsFor(graph: Graph, source: WeightSource, before: Loaded | undefined): NamedTensors {
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

export const load: Handler<'load'> = (
  { config, device, weights: source },
  { session, signal, report, alone },
) =>
  alone(async () => {
    throwIfAborted(signal);
    report('weights');
    const begin = performance.now();
    const graph = FAMILIES[config.family].build(config);
    refuseTooLarge(graph, device);
    const weights = weightsFor(graph, source, session.loaded);
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
      trained: seed === undefined,
      groups: network.groups,
      weightsMs,
      compileMs,
    };
  });
