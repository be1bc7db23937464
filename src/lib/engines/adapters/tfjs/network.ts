// A network compiled for a tfjs backend: the plan's steps, run one after the other; values are freed after their last use.
import { tensor4d, type Tensor } from '@tensorflow/tfjs-core';
import type { Graph, Node } from '../../../core/graph/ir.ts';
import type { NamedTensors } from '../../../core/weights/tensors.ts';
import type { Batch, CompiledNetwork, Values } from '../../engine.ts';
import { groupsOf, makePlan, type Step } from '../../plan.ts';
import { turnTaker } from '../../turn.ts';
import type { Backend } from './backend.ts';
import { lowerStep, type Lowered } from './lower.ts';

interface Source {
  readonly graph: Graph;
  readonly weights: NamedTensors;
  readonly backend: Backend;
}

const values = async (tensor: Tensor): Promise<Values> => (await tensor.data<'float32'>()) as Values;

/** Sees the input as step −1, then the result of every step. May keep what it needs only until it has returned. */
type Visit = (step: number, result: Tensor) => Promise<void> | undefined;

export function compileNetwork({ graph, weights, backend }: Source): CompiledNetwork {
  const steps = makePlan(graph);
  const lowered: Lowered[] = [];
  const release = () => {
    for (const { constants } of lowered) for (const constant of constants) constant.dispose();
    lowered.length = 0;
  };
  try {
    for (const step of steps) lowered.push(lowerStep({ step, weights, backend }));
  } catch (error) {
    release();
    throw error;
  }
  const groups = groupsOf(graph, steps);
  const [{ name: inputName, shape }] = graph.nodes as readonly [Node, ...Node[]];

  async function walk({ input: pixels, batch, signal }: Batch, visit?: Visit): Promise<Values> {
    const live = new Map<string, Tensor>();
    const turn = turnTaker(signal);
    try {
      let result: Tensor = tensor4d(pixels, [batch, ...shape]);
      live.set(inputName, result);
      await visit?.(-1, result);
      for (const [i, step] of steps.entries()) {
        result = (lowered[i] as Lowered).run(step.inputs.map((name) => live.get(name) as Tensor));
        live.set(step.name, result);
        free(live, step);
        const seen = visit?.(i, result);
        if (seen) await seen;
        const pause = turn();
        if (pause) await pause;
      }
      return await values(result);
    } finally {
      for (const tensor of live.values()) tensor.dispose();
    }
  }

  return {
    groups,
    run: (request) => walk(request),
    tap: async ({ nodes, ...request }) => {
      const tapped = new Map<string, Values>();
      await walk(request, async (step, result) => {
        const wanted = (groups[step + 1] ?? []).filter((name) => nodes.includes(name));
        if (wanted.length === 0) return;
        // before its first use the input's values are the very array that was given, which whoever asked may hand on
        const read = step < 0 ? Float32Array.from(request.input) : await values(result);
        for (const name of wanted) tapped.set(name, read);
      });
      return tapped;
    },
    profile: async (request) => {
      const groupMs = new Float64Array(groups.length);
      const begin = performance.now();
      let before = begin;
      const note = (step: number) => {
        const now = performance.now();
        groupMs[step + 1] = now - before;
        before = now;
      };
      await walk(request, (step, result) => {
        if (backend.finish) return backend.finish(result).then(() => note(step));
        note(step);
        return undefined;
      });
      return { groupMs, wallMs: performance.now() - begin };
    },
    dispose: release,
  };
}

function free(live: Map<string, Tensor>, { frees }: Step): void {
  for (const name of frees) {
    live.get(name)?.dispose();
    live.delete(name);
  }
}
