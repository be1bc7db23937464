// Folding: a batch norm after a convolution becomes part of the convolution's weights and bias.
import type { NamedTensor } from './tensors.ts';

export interface Filters {
  /** [out, in / groups, kernel height, kernel width] */
  readonly weight: NamedTensor;
  /** One per output channel; absent means 0. */
  readonly bias: NamedTensor | undefined;
}

export interface Norm {
  readonly scale: NamedTensor;
  readonly shift: NamedTensor;
  readonly mean: NamedTensor;
  readonly variance: NamedTensor;
  readonly epsilon: number;
}

/** γ (W x + b − μ) / √(σ² + ε) + β as W′ x + b′. */
export function foldNorm({ weight, bias }: Filters, norm: Norm): Filters {
  const channels = norm.scale.data.length;
  const size = weight.data.length / channels;
  const folded = { weight: new Float32Array(weight.data.length), bias: new Float32Array(channels) };
  for (let o = 0; o < channels; o++) {
    const gain = (norm.scale.data[o] as number) / Math.sqrt((norm.variance.data[o] as number) + norm.epsilon);
    for (let i = o * size; i < (o + 1) * size; i++) folded.weight[i] = (weight.data[i] as number) * gain;
    folded.bias[o] =
      ((bias?.data[o] ?? 0) - (norm.mean.data[o] as number)) * gain + (norm.shift.data[o] as number);
  }
  return {
    weight: { shape: weight.shape, data: folded.weight },
    bias: { shape: [channels], data: folded.bias },
  };
}
