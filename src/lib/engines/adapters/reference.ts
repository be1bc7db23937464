// The reference engine: every node on its own, plain loops. Slow; other engines are compared with it.
import type { Graph, Node } from '../../core/graph/ir.ts';
import { recalibrating } from '../../core/weights/recalibrate.ts';
import { referenceSteps } from '../../core/reference/run.ts';
import type { NamedTensors } from '../../core/weights/tensors.ts';
import type { Batch, CompiledNetwork, Runtime, Values } from '../engine.ts';
import { turnTaker } from '../turn.ts';

interface Source {
  readonly graph: Graph;
  readonly weights: NamedTensors;
}

/** Runs all nodes, giving way now and then. */
async function walk(
  source: Source,
  { signal, ...batch }: Batch,
  visit?: (node: Node, output: Values) => void,
) {
  const turn = turnTaker(signal);
  let logits = batch.input;
  for (const { node, output } of referenceSteps({ ...source, ...batch })) {
    visit?.(node, output);
    logits = output;
    const pause = turn();
    if (pause) await pause;
  }
  return logits;
}

function compile(source: Source): CompiledNetwork {
  const groups = source.graph.nodes.map(({ name }) => [name]);
  return {
    groups,
    run: (request) => walk(source, request),
    tap: async ({ nodes, ...request }) => {
      const tapped = new Map<string, Values>();
      await walk(source, request, ({ name }, output) => {
        if (nodes.includes(name)) tapped.set(name, output.slice());
      });
      return tapped;
    },
    profile: async (request) => {
      const groupMs = new Float64Array(groups.length);
      const begin = performance.now();
      let [done, before] = [0, begin];
      await walk(source, request, () => {
        const now = performance.now();
        groupMs[done++] = now - before;
        before = now;
      });
      return { groupMs, wallMs: performance.now() - begin };
    },
    dispose: () => undefined,
  };
}

export const open = (): Runtime => ({
  facts: { device: 'reference', engine: 'reference', runtime: 'TypeScript', threads: 1 },
  compile,
  recalibrate: async (source, { signal, ...batch }) => {
    const turn = turnTaker(signal);
    const steps = recalibrating({ ...source, ...batch });
    let step = steps.next();
    for (; !step.done; step = steps.next()) await turn();
    return step.value;
  },
  memory: () => ({ tensors: 0, bytes: 0 }),
  close: () => undefined,
});
