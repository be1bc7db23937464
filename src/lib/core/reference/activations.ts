// Activation functions of one number, as their papers define them.
import type { ActivationFunction } from '../graph/ir.ts';

/** Slope of LeakyReLU below zero (Paddle's default). */
export const LEAKY_SLOPE = 0.01;

const clip = (x: number, low: number, high: number): number => Math.min(Math.max(x, low), high);

/** `slope`: of PReLU below zero, or of hard-sigmoid. */
export const ACTIVATION_FUNCTIONS: {
  readonly [F in ActivationFunction]: (x: number, slope: number) => number;
} = {
  relu: (x) => Math.max(x, 0),
  relu6: (x) => clip(x, 0, 6),
  leakyrelu: (x) => (x >= 0 ? x : LEAKY_SLOPE * x),
  prelu: (x, slope) => (x >= 0 ? x : slope * x),
  elu: (x) => (x >= 0 ? x : Math.expm1(x)),
  swish: (x) => x / (1 + Math.exp(-x)),
  hardswish: (x) => (x * clip(x + 3, 0, 6)) / 6,
  clip: (x) => clip(x, 0, 1),
  hardsigmoid: (x, slope) => clip(slope * x + 0.5, 0, 1),
};
