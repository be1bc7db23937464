// Batch norm recalibrated by a batch of images: step by step, each norm after those before it.
import { tensor4d, type Tensor } from '@tensorflow/tfjs-core';
import { isKind, type Graph, type Node } from '../../../core/graph/ir.ts';
import { elementCount } from '../../../core/graph/shapes.ts';
import { ChannelStatistics, keepStatistics } from '../../../core/weights/channelStatistics.ts';
import type { NamedTensor, NamedTensors } from '../../../core/weights/tensors.ts';
import type { Batch } from '../../engine.ts';
import { makePlan, type Step } from '../../plan.ts';
import { turnTaker } from '../../turn.ts';
import type { Backend } from './backend.ts';
import { multiply } from './kernels.ts';
import { lowerStep } from './lower.ts';

/** Images that go through a step together: bounds the memory for what is only needed for a moment. */
const PART = 64;

interface Source {
  readonly graph: Graph;
  readonly weights: NamedTensors;
  readonly backend: Backend;
}

/** The batch norm of a step: fused into a convolution, or alone. */
function normOf({ norm, core }: Step): Node<'batchNorm'> | undefined {
  return norm ?? (core && isKind(core, 'batchNorm') ? core : undefined);
}

async function addPart(statistics: ChannelStatistics, values: Tensor, { pool }: Backend): Promise<void> {
  const squares = multiply(values, values);
  const pooled = [pool(values), pool(squares)] as const;
  squares.dispose();
  try {
    const [means, meanSquares] = await Promise.all([pooled[0].data(), pooled[1].data()]);
    statistics.add(means, meanSquares);
  } finally {
    for (const tensor of pooled) tensor.dispose();
  }
}

/** Runs one step on every part. */
async function runStep(
  step: Step,
  inputs: readonly (readonly Tensor[])[],
  { weights, backend, turn }: Omit<Source, 'graph'> & { readonly turn: () => Promise<void> | undefined },
  see: (result: Tensor) => Promise<void> | void,
): Promise<void> {
  const { run, constants } = lowerStep({ step, weights, backend });
  try {
    for (const part of inputs) {
      await see(run(part));
      await turn();
    }
  } finally {
    for (const constant of constants) constant.dispose();
  }
}

/** The weights with every batch norm's mean and variance taken from these images. */
export async function recalibrate(source: Source, { input, batch, signal }: Batch): Promise<NamedTensors> {
  const { graph, backend } = source;
  const weights = new Map<string, NamedTensor>(source.weights);
  const turn = turnTaker(signal);
  const context = { weights, backend, turn };
  const [{ name: inputName, shape }] = graph.nodes as readonly [Node, ...Node[]];
  const size = elementCount(shape);
  const live = new Map<string, Tensor[]>();
  const steps = makePlan(graph);
  const lastNorm = steps.findLastIndex((step) => normOf(step));
  try {
    const parts: Tensor[] = [];
    live.set(inputName, parts);
    for (let from = 0; from < batch; from += PART) {
      const count = Math.min(PART, batch - from);
      parts.push(tensor4d(input.subarray(from * size, (from + count) * size), [count, ...shape]));
    }
    for (const step of steps.slice(0, lastNorm + 1)) {
      const inputs = parts.map((_, part) => step.inputs.map((name) => live.get(name)?.[part] as Tensor));
      const norm = normOf(step);
      if (norm) {
        const statistics = new ChannelStatistics(norm.shape[2]);
        if (step.norm) {
          const bare = { ...step, norm: undefined, activation: undefined };
          await runStep(bare, inputs, context, async (values) => {
            await addPart(statistics, values, backend);
            values.dispose();
          });
        } else for (const [values] of inputs) await addPart(statistics, values as Tensor, backend);
        keepStatistics(weights, norm.name, statistics);
      }
      const results: Tensor[] = [];
      live.set(step.name, results);
      await runStep(step, inputs, context, (result) => void results.push(result));
      for (const name of step.frees) {
        for (const tensor of live.get(name) ?? []) tensor.dispose();
        live.delete(name);
      }
    }
    return weights;
  } finally {
    for (const tensors of live.values()) for (const tensor of tensors) tensor.dispose();
  }
}
