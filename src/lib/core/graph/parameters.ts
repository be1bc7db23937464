// The named tensors each layer owns, in the official layout: convolutions [out, in/groups, kh, kw], linear [in, out].
import type { Graph, Node, OpKind } from './ir.ts';

/** `statistic` tensors (running mean and variance) are stored but not trained. */
export type ParameterRole = 'weight' | 'bias' | 'scale' | 'shift' | 'mean' | 'variance' | 'slope';

export interface ParameterSpec {
  /** Layer name and tensor name as in Paddle: `conv1.bn._mean`. */
  readonly name: string;
  readonly role: ParameterRole;
  readonly shape: readonly number[];
}

type Tensors = readonly (readonly [suffix: string, role: ParameterRole, shape: readonly number[]])[];

const channelsIn = (node: Node): number => node.inputShapes[0]?.[2] ?? 0;

const TENSORS: { readonly [K in OpKind]: (node: Node<K>) => Tensors } = {
  input: () => [],
  conv: (node) => {
    const { outChannels, groups, kernel, bias } = node.op;
    const weight = ['weight', 'weight', [outChannels, channelsIn(node) / groups, ...kernel]] as const;
    return bias ? [weight, ['bias', 'bias', [outChannels]]] : [weight];
  },
  batchNorm: (node) => {
    const shape = [channelsIn(node)];
    return [
      ['weight', 'scale', shape],
      ['bias', 'shift', shape],
      ['_mean', 'mean', shape],
      ['_variance', 'variance', shape],
    ];
  },
  activation: (node) => (node.op.function === 'prelu' ? [['weight', 'slope', [channelsIn(node)]]] : []),
  globalPool: () => [],
  maxPool: () => [],
  multiply: () => [],
  add: () => [],
  concat: () => [],
  slice: () => [],
  shuffle: () => [],
  dropout: () => [],
  flatten: () => [],
  linear: (node) => [
    ['weight', 'weight', [channelsIn(node), node.op.outFeatures]],
    ['bias', 'bias', [node.op.outFeatures]],
  ],
};

/** The tensors of one layer, in the order of the official `state_dict`. */
export function parametersOf(node: Node): readonly ParameterSpec[] {
  const tensors = (TENSORS[node.op.kind] as (node: Node) => Tensors)(node);
  return tensors.map(([suffix, role, shape]) => ({ name: `${node.name}.${suffix}`, role, shape }));
}

/** Every tensor of the network, in the order of its layers (the official `state_dict`). */
export const graphParameters = (graph: Graph): readonly ParameterSpec[] => graph.nodes.flatMap(parametersOf);

export const parameterSize = ({ shape }: ParameterSpec): number =>
  shape.reduce((product, size) => product * size, 1);
