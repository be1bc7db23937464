// Runs a graph node by node with the reference ops; each value is dropped after its last use.
import type { Graph, Node } from '../graph/ir.ts';
import { runOp, type Values } from './ops.ts';

export interface ReferenceRun {
  readonly graph: Graph;
  /** Weights by official name. */
  readonly weights: ReadonlyMap<string, { readonly data: Float32Array }>;
  /** batch × height × width × channels */
  readonly input: Values;
  readonly batch: number;
}

/** Runs node after node and hands each over with what it computed. */
export function* referenceSteps(
  run: ReferenceRun,
): Generator<{ readonly node: Node; readonly output: Values }> {
  const { graph, weights, input, batch } = run;
  const values = new Map<string, Values>();
  const lastReader = new Map<string, Node>();
  for (const node of graph.nodes) for (const name of node.inputs) lastReader.set(name, node);
  const tensorOf = (name: string): Float32Array => {
    const tensor = weights.get(name);
    if (!tensor) throw new Error(`weights lack ${name}`);
    return tensor.data;
  };
  for (const node of graph.nodes) {
    const [first = input, ...others] = node.inputs.map((name) => values.get(name) as Values);
    const tensor = (suffix: string) => tensorOf(`${node.name}.${suffix}`);
    const output = runOp({ node, batch, input: first, others, tensor });
    yield { node, output };
    values.set(node.name, output);
    for (const name of node.inputs) if (lastReader.get(name) === node) values.delete(name);
  }
}
