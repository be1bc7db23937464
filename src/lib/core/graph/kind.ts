// The kind of a layer as the field names it: what colours, legends and tables go by.
import type { Node, OpKind } from './ir.ts';

export const LAYER_KINDS = [
  'input',
  'conv',
  'depthwise',
  'pointwise',
  'norm',
  'activation',
  'se',
  'pool',
  'linear',
  'other',
] as const;
export type LayerKind = (typeof LAYER_KINDS)[number];

const BY_OP: { readonly [K in OpKind]: (node: Node<K>) => LayerKind } = {
  input: () => 'input',
  conv: ({ op, inputShapes: [input] }) => {
    if (op.groups > 1 && op.groups === input?.[2]) return 'depthwise';
    return op.kernel[0] === 1 && op.kernel[1] === 1 ? 'pointwise' : 'conv';
  },
  batchNorm: () => 'norm',
  activation: () => 'activation',
  globalPool: () => 'pool',
  maxPool: () => 'pool',
  multiply: () => 'other',
  add: () => 'other',
  concat: () => 'other',
  slice: () => 'other',
  shuffle: () => 'other',
  dropout: () => 'other',
  flatten: () => 'other',
  linear: () => 'linear',
};

/** Layers inside a squeeze-and-excitation unit count as `se`, whatever they compute. */
export function layerKind(node: Node): LayerKind {
  if (node.path.includes('se', 2)) return 'se';
  return (BY_OP[node.op.kind] as (node: Node) => LayerKind)(node);
}
