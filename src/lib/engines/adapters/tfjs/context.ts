// What lowering a step works with: the step, its weights, and a way to put constants on the device.
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Node } from '../../../core/graph/ir.ts';
import { tensorOf, type NamedTensor, type NamedTensors } from '../../../core/weights/tensors.ts';
import type { Step } from '../../plan.ts';
import type { Backend } from './backend.ts';
import { add, multiply } from './kernels.ts';

/** Leaves its inputs alone and gives a new tensor. */
export type Run = (inputs: readonly Tensor[]) => Tensor;

export interface Context {
  readonly step: Step;
  readonly weights: NamedTensors;
  readonly backend: Backend;
  /** Puts a constant on the device, which lives as long as the network. */
  readonly keep: (tensor: { readonly shape: readonly number[]; readonly data: Float32Array }) => Tensor;
}

export const vector = (values: ArrayLike<number>) => ({
  shape: [values.length],
  data: Float32Array.from(values),
});

export const named = ({ weights }: Context, node: Node, suffix: string): NamedTensor =>
  tensorOf(weights, `${node.name}.${suffix}`);

/** Slopes of a PReLU: its weights, or one slope for all channels. */
export function slopesOf(
  context: Context,
  activation: Node<'activation'>,
  slope: number | undefined,
): Tensor {
  const { keep } = context;
  const channels = activation.shape[2];
  return keep(
    slope === undefined
      ? named(context, activation, 'weight')
      : vector(new Array<number>(channels).fill(slope)),
  );
}

export const keepNumber =
  ({ keep }: Context) =>
  (value: number): Tensor =>
    keep({ shape: [], data: Float32Array.of(value) });

/** gain · x + offset, per channel or for all. */
export function affine(gain: Tensor, offset: Tensor): Run {
  return ([x]) => {
    const scaled = multiply(x as Tensor, gain);
    const shifted = add(scaled, offset);
    scaled.dispose();
    return shifted;
  };
}
