// Activations in as few kernels as each backend allows. A preceding linear layer takes over factors and offsets for free.
import type { Tensor } from '@tensorflow/tfjs-core';
import { LEAKY_SLOPE } from '../../../core/reference/activations.ts';
import type { ActivationFunction } from '../../../core/graph/ir.ts';
import type { Backend } from './backend.ts';
import { add, clip, multiply, sigmoid, type FusedActivation } from './kernels.ts';

/** What a linear layer has to give (gain · x + offset), what is fused into it, and what follows. */
export interface ActivationPlan {
  readonly gain: number;
  readonly offset: number;
  readonly fused: FusedActivation;
  /** Slope below zero of a fused PReLU where it is no weight. */
  readonly slope?: number;
  /** Consumes its argument. */
  readonly after?: (x: Tensor) => Tensor;
}

/** Constants that a plan keeps on the device. */
export type Keep = (value: number) => Tensor;

const plain = (fused: FusedActivation): ActivationPlan => ({ gain: 1, offset: 0, fused });

/** Applies `compute`, then lets go of its argument. */
const consume =
  (compute: (x: Tensor) => Tensor) =>
  (x: Tensor): Tensor => {
    const y = compute(x);
    x.dispose();
    return y;
  };

/**
 * x · clip(x + 3, 0, 6) / 6 = u · clip(u + 3/√6, 0, 6/√6) with u = x/√6: three kernels instead of four, and the factor
 * is in the weights.
 */
function hardswish({ elementwise }: Backend, keep: Keep): ActivationPlan {
  if (elementwise) return { ...plain('linear'), after: consume(elementwise.hardswish) };
  const unit = 1 / Math.sqrt(6);
  const three = keep(3 * unit);
  const after = consume((u) => {
    const shifted = add(u, three);
    const gate = clip(shifted, 0, 6 * unit);
    const product = multiply(u, gate);
    shifted.dispose();
    gate.dispose();
    return product;
  });
  return { gain: unit, offset: 0, fused: 'linear', after };
}

function swish({ elementwise }: Backend): ActivationPlan {
  const composed = (x: Tensor) => {
    const gate = sigmoid(x);
    const product = multiply(x, gate);
    gate.dispose();
    return product;
  };
  return { ...plain('linear'), after: consume(elementwise?.swish ?? composed) };
}

const PLANS: {
  readonly [F in ActivationFunction]: (backend: Backend, keep: Keep, slope: number) => ActivationPlan;
} = {
  relu: () => plain('relu'),
  relu6: () => plain('relu6'),
  elu: () => plain('elu'),
  prelu: () => plain('prelu'),
  // As PReLU: tfjs' own wasm LeakyReLU takes 18 times as long.
  leakyrelu: () => ({ ...plain('prelu'), slope: LEAKY_SLOPE }),
  hardswish,
  swish,
  clip: () => ({ ...plain('linear'), after: consume((x) => clip(x, 0, 1)) }),
  hardsigmoid: (_backend, _keep, slope) => ({
    gain: slope,
    offset: 0.5,
    fused: 'linear',
    after: consume((x) => clip(x, 0, 1)),
  }),
};

export const planActivation = (
  { function: name, slope = 0 }: { readonly function: ActivationFunction; readonly slope?: number },
  backend: Backend,
  keep: Keep,
): ActivationPlan => PLANS[name](backend, keep, slope);
