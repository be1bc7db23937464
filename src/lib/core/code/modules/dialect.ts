// PyTorch and Paddle build networks alike, of modules with a forward method; a dialect holds what they call differently.
import type { Activation } from '../../config/netConfig.ts';
import type { Part } from '../python.ts';

export interface Dialect {
  readonly label: string;
  /** Modules to import, in the order that import sorters want. */
  readonly imports: readonly string[];
  readonly module: string;
  readonly conv: string;
  readonly noBias: string;
  readonly norm: string;
  /** Argument of batch norm, and its value where it need not be said. */
  readonly epsilon: { readonly name: string; readonly usual: number };
  /** Calls that make an activation; `channels` is a Python expression. */
  readonly activation: { readonly [A in Activation]: (channels: string) => string };
  /** TensorFlow's padding: a class of convolution to define, or the argument that stands for it. */
  readonly samePadding: { readonly conv: string; readonly python: string } | { readonly argument: string };
  /** Dropout that scales by 1 − rate at inference: its construction, and the factor to write where there is no such mode. */
  readonly downscale: { readonly make: (rate: string) => string; readonly factor: Part };
  /** The function `load_weights`, for a model of that class, which may have the trained slopes of PReLU. */
  readonly loadWeights: (model: { readonly name: string; readonly hasSlopes: boolean }) => string;
  /** Number of trainable parameters of `model`. */
  readonly parameterCount: string;
}
