// The few tfjs kernels that networks here need, as typed functions over tensors. Nothing is disposed of but what a function made itself.
import { engine, type Tensor } from '@tensorflow/tfjs-core';

type Inputs = Parameters<ReturnType<typeof engine>['runKernel']>[1];
type Attributes = Parameters<ReturnType<typeof engine>['runKernel']>[2];

const call = (kernel: string, inputs: Inputs, attributes: object = {}): Tensor =>
  engine().runKernel(kernel, inputs, attributes as Attributes);

/** Activations that all backends fuse into convolutions. */
export type FusedActivation = 'linear' | 'relu' | 'relu6' | 'elu' | 'prelu';

/** Pixels added [before, after] per dimension of NHWC. */
export type ExplicitPadding = readonly (readonly [before: number, after: number])[];

export interface ConvolutionCall {
  readonly input: Tensor;
  readonly filter: Tensor;
  readonly bias: Tensor | undefined;
  readonly depthwise: boolean;
  readonly strides: readonly [number, number];
  readonly padding: ExplicitPadding;
  readonly activation: FusedActivation;
  readonly slopes: Tensor | undefined;
}

export function convolve(conv: ConvolutionCall): Tensor {
  const { input: x, filter, bias, slopes, strides, padding: pad, activation } = conv;
  return call(
    conv.depthwise ? 'FusedDepthwiseConv2D' : 'FusedConv2D',
    { x, filter, ...(bias && { bias }), ...(slopes && { preluActivationWeights: slopes }) },
    { strides, pad, dataFormat: 'NHWC', dilations: [1, 1], activation, leakyreluAlpha: 0 },
  );
}

export const add = (a: Tensor, b: Tensor): Tensor => call('Add', { a, b });
export const multiply = (a: Tensor, b: Tensor): Tensor => call('Multiply', { a, b });
export const identity = (x: Tensor): Tensor => call('Identity', { x });
export const sigmoid = (x: Tensor): Tensor => call('Sigmoid', { x });
export const relu = (x: Tensor): Tensor => call('Relu', { x });
export const elu = (x: Tensor): Tensor => call('Elu', { x });
export const prelu = (x: Tensor, alpha: Tensor): Tensor => call('Prelu', { x, alpha });
export const reshape = (x: Tensor, shape: readonly number[]): Tensor => call('Reshape', { x }, { shape });
export const clip = (x: Tensor, low: number, high: number): Tensor =>
  call('ClipByValue', { x }, { clipValueMin: low, clipValueMax: high });

export const concat = (inputs: readonly Tensor[], axis: number): Tensor =>
  call('Concat', inputs as unknown as Inputs, { axis });
export const transpose = (x: Tensor, perm: readonly number[]): Tensor => call('Transpose', { x }, { perm });

/** Channels [from, from + count) of NHWC. */
export const sliceChannels = (x: Tensor, from: number, count: number): Tensor =>
  call('Slice', { x }, { begin: [0, 0, 0, from], size: [...x.shape.slice(0, 3), count] });

interface PoolingCall {
  readonly input: Tensor;
  readonly kernel: readonly [number, number];
  readonly strides: readonly [number, number];
  readonly padding: ExplicitPadding;
}

export const maxPool = ({ input: x, kernel: filterSize, strides, padding: pad }: PoolingCall): Tensor =>
  call('MaxPool', { x }, { filterSize, strides, pad });

/** Mean over height and width, which stay as 1 × 1, by one pooling window over all of the input. */
export function poolWindow(x: Tensor): Tensor {
  const filterSize = x.shape.slice(1, 3);
  return call('AvgPool', { x }, { filterSize, strides: [1, 1], pad: 'valid' });
}

/** The same by a reduction, which graphics devices split among many threads. */
export const poolReduce = (x: Tensor): Tensor => call('Mean', { x }, { axis: [1, 2], keepDims: true });
