// Short names of layers in the field's own words, the same in every language: DW 5×5 /2, BN, h-swish, GAP, FC.
import type { Pair } from '../config/netConfig.ts';
import type { ActivationFunction, Node, OpKind } from './ir.ts';
import { layerKind } from './kind.ts';

export const ACTIVATION_NAMES = {
  hardswish: 'h-swish',
  relu: 'ReLU',
  relu6: 'ReLU6',
  leakyrelu: 'LeakyReLU',
  prelu: 'PReLU',
  elu: 'ELU',
  swish: 'swish',
  hardsigmoid: 'h-sigmoid',
  clip: 'clip',
} as const satisfies Record<ActivationFunction, string>;

/** `DW 5×5 /2`: a stride of 1 is not named. */
function windowName(prefix: string, { kernel, stride }: { readonly kernel: Pair; readonly stride: Pair }) {
  const step = stride[0] === stride[1] ? String(stride[0]) : stride.join(',');
  return `${prefix} ${kernel.join('×')}${step === '1' ? '' : ` /${step}`}`;
}

function convName(node: Node<'conv'>): string {
  const kind = layerKind(node);
  if (kind === 'se') return 'FC';
  return windowName(kind === 'depthwise' ? 'DW' : kind === 'pointwise' ? 'PW' : 'Conv', node.op);
}

const NAMES: { readonly [K in OpKind]: (node: Node<K>) => string } = {
  input: () => 'input',
  conv: convName,
  batchNorm: () => 'BN',
  activation: ({ op }) => ACTIVATION_NAMES[op.function],
  globalPool: () => 'GAP',
  maxPool: ({ op }) => windowName('MaxPool', op),
  multiply: () => '×',
  add: () => '+',
  concat: () => 'concat',
  slice: () => 'split',
  shuffle: () => 'shuffle',
  dropout: () => 'dropout',
  flatten: () => 'flatten',
  linear: () => 'FC',
};

export const shortName = (node: Node): string => (NAMES[node.op.kind] as (node: Node) => string)(node);

/** `112²×16`, `7×14×256`, or the length of a vector. */
export function shortShape([height, width, channels]: Node['shape']): string {
  if (height === 1 && width === 1) return String(channels);
  return height === width ? `${height}²×${channels}` : `${height}×${width}×${channels}`;
}
