// PyTorch and Paddle build networks alike, of modules with a forward method; a dialect holds what they call differently.
import type { Activation } from '../../config/netConfig.ts';
import type { Part } from '../python.ts';

export interface Dialect {
  readonly label: string;
  /** Imports in the order that sorters want; some only where their prefix is used. */
  readonly imports: readonly (readonly [line: string, prefix?: string])[];
  readonly module: string;
  readonly conv: string;
  readonly noBias: string;
  readonly norm: string;
  /** Argument of batch norm, and its value where it need not be said. */
  readonly epsilon: { readonly name: string; readonly usual: number };
  /** Classes of activations. */
  readonly activation: { readonly [A in Activation]: string };
  /** Functions that join tensors: `stack(tensors, axis)`, `concat(tensors, axis)`. */
  readonly stack: string;
  readonly concat: string;
  /** Method that adds a named module to a sequence. */
  readonly addModule: string;
  /** Max-pooling 3×3 of stride 2 with TensorFlow's padding. */
  readonly sameMaxPool: Part;
  /** TensorFlow's padding: a class of convolution to define, or the argument that stands for it. */
  readonly samePadding: { readonly conv: string; readonly python: string } | { readonly argument: string };
  /** Dropout that scales by 1 − rate at inference: its construction, and the factor to write where there is no such mode. */
  readonly downscale: { readonly make: (rate: string) => string; readonly factor: Part };
  /** The function `load_weights`, for a model of that class, which may have the trained slopes of PReLU. */
  readonly loadWeights: (model: { readonly name: string; readonly hasSlopes: boolean }) => string;
  /** Number of trainable parameters of `model`. */
  readonly parameterCount: string;
}

const ARGUMENTS: { readonly [A in Activation]?: (channels: string) => string } = {
  leakyrelu: () => '0.01',
  prelu: (channels) => channels,
};

/** A call that makes an activation; `channels` is a Python expression. */
export const activationCall = (dialect: Dialect, activation: Activation, channels: string): string =>
  `${dialect.activation[activation]}(${ARGUMENTS[activation]?.(channels) ?? ''})`;
