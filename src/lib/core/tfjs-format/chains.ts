// Chains: which layers become one operation of TensorFlow.js. A batch norm is folded into the convolution before it, an activation fused.
import { isKind, type ActivationFunction, type Graph, type Node } from '../graph/ir.ts';
import type { Word } from './graphDef.ts';

export interface Chain {
  readonly core: Node;
  readonly norm?: Node<'batchNorm'>;
  /** Fused into the operation. */
  readonly activation?: Node<'activation'>;
  /** The layer whose result the chain gives. */
  readonly last: Node;
}

/** Activations that convolutions of TensorFlow.js can end with. */
export const FUSED: { readonly [F in ActivationFunction]?: Word } = {
  relu: 'Relu',
  relu6: 'Relu6',
  elu: 'Elu',
};

/** The only reader of a layer, if there is just one. */
function onlyReaders({ nodes }: Graph): ReadonlyMap<string, Node | undefined> {
  const readers = new Map<string, Node | undefined>();
  for (const node of nodes)
    for (const name of node.inputs) readers.set(name, readers.has(name) ? undefined : node);
  return readers;
}

/** In the graph's order; every layer is in exactly one chain. */
export function chainsOf(graph: Graph): readonly Chain[] {
  const readers = onlyReaders(graph);
  const taken = new Set<string>();
  const chainOf = (core: Node): Chain => {
    if (!isKind(core, 'conv')) return { core, last: core };
    const second = readers.get(core.name);
    const norm = second && isKind(second, 'batchNorm') ? second : undefined;
    const third = readers.get((norm ?? core).name);
    // an operation without a bias has nothing fused
    const isBiased = norm !== undefined || core.op.bias;
    const fuses = isBiased && third && isKind(third, 'activation') && FUSED[third.op.function];
    const activation = fuses ? third : undefined;
    return {
      core,
      ...(norm && { norm }),
      ...(activation && { activation }),
      last: activation ?? norm ?? core,
    };
  };
  return graph.nodes.flatMap((node) => {
    if (taken.has(node.name)) return [];
    const chain = chainOf(node);
    for (const { name } of [chain.norm, chain.activation].filter((part) => part !== undefined))
      taken.add(name);
    return [chain];
  });
}
