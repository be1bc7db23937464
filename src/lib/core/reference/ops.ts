// What each op computes, as plain loops over NHWC values: the definition that every engine is compared with.
import type { Node, OpKind, Shape } from '../graph/ir.ts';
import { elementCount } from '../graph/shapes.ts';
import { ACTIVATION_FUNCTIONS } from './activations.ts';
import { convolution, linear, pointwise } from './convolution.ts';
import { concatenated, maxPooled, shuffled, sliced } from './rearrange.ts';

export type Values = Float32Array<ArrayBuffer>;

export interface Call<K extends OpKind> {
  readonly node: Node<K>;
  readonly batch: number;
  /** Values of the node's first input, and of the others. */
  readonly input: Values;
  readonly others: readonly Values[];
  /** The node's tensor of that name: `weight`, `_mean` … */
  readonly tensor: (suffix: string) => Float32Array;
}

const elementsOf = (shape: Shape | undefined): number => elementCount(shape as Shape);

/** Applies a function of value and channel to every element. */
function perChannel(
  { node, input }: Call<OpKind>,
  compute: (value: number, channel: number) => number,
): Values {
  const channels = node.shape[2];
  const output = new Float32Array(input.length);
  for (let i = 0; i < input.length; i++) output[i] = compute(input[i] as number, i % channels);
  return output;
}

const isPointwise = ({ kernel, stride, groups }: Node<'conv'>['op']): boolean =>
  groups === 1 && kernel[0] * kernel[1] === 1 && stride[0] * stride[1] === 1;

const RUN: { readonly [K in OpKind]: (call: Call<K>) => Values } = {
  input: ({ input }) => input,
  conv: ({ node, batch, input, tensor }) => {
    const weight = tensor('weight');
    const bias = node.op.bias ? tensor('bias') : undefined;
    if (!isPointwise(node.op)) return convolution({ node, input, batch, weight, bias });
    const inChannels = (node.inputShapes[0] as Shape)[2];
    const positions = input.length / inChannels;
    return pointwise({ input, weight, bias, positions, inChannels, outChannels: node.op.outChannels });
  },
  batchNorm: (call) => {
    const [scale, shift, mean] = [call.tensor('weight'), call.tensor('bias'), call.tensor('_mean')];
    const deviation = Float64Array.from(call.tensor('_variance'), (v) => Math.sqrt(v + call.node.op.epsilon));
    return perChannel(
      call,
      (x, c) =>
        ((x - (mean[c] as number)) / (deviation[c] as number)) * (scale[c] as number) + (shift[c] as number),
    );
  },
  activation: (call) => {
    const { function: name, slope = 0 } = call.node.op;
    const compute = ACTIVATION_FUNCTIONS[name];
    if (name !== 'prelu') return call.input.map((x) => compute(x, slope));
    const slopes = call.tensor('weight');
    return perChannel(call, (x, c) => compute(x, slopes[c] as number));
  },
  globalPool: ({ node, batch, input }) => {
    const channels = node.shape[2];
    const sums = new Float64Array(batch * channels);
    const perImage = elementsOf(node.inputShapes[0]);
    for (let i = 0; i < input.length; i++) {
      const at = Math.floor(i / perImage) * channels + (i % channels);
      sums[at] = (sums[at] as number) + (input[i] as number);
    }
    return Float32Array.from(sums, (sum) => sum / (perImage / channels));
  },
  maxPool: ({ node, batch, input }) => maxPooled({ node, batch, input }),
  multiply: ({ node, input, others: [gate] }) => {
    const channels = node.shape[2];
    const perImage = elementsOf(node.shape);
    return input.map(
      (x, i) => x * ((gate as Values)[Math.floor(i / perImage) * channels + (i % channels)] as number),
    );
  },
  add: ({ input, others: [other] }) => input.map((x, i) => x + ((other as Values)[i] as number)),
  concat: ({ node, input, others }) =>
    concatenated(
      [input, ...others],
      node.inputShapes.map(([, , channels]) => channels),
    ),
  slice: ({ node, input }) => sliced(input, (node.inputShapes[0] as Shape)[2], node.op),
  shuffle: ({ node, input }) => shuffled(input, node.shape[2], node.op.groups),
  dropout: ({ node: { op }, input }) =>
    op.mode === 'downscale' ? input.map((x) => x * (1 - op.rate)) : input,
  flatten: ({ input }) => input,
  linear: ({ node, batch, input, tensor }) =>
    linear({
      input,
      weight: tensor('weight'),
      bias: tensor('bias'),
      batch,
      inFeatures: elementsOf(node.inputShapes[0]),
      outFeatures: node.op.outFeatures,
    }),
};

export const runOp = (call: Call<OpKind>): Values =>
  (RUN[call.node.op.kind] as (c: typeof call) => Values)(call);
