// Mean and variance of each channel over images and positions: what a batch norm keeps of the images it has seen.
import type { NamedTensor } from './tensors.ts';

/** Collects parts of a batch, in double precision. */
export class ChannelStatistics {
  readonly #sums: Float64Array;
  readonly #squares: Float64Array;
  #count = 0;

  constructor(channels: number) {
    this.#sums = new Float64Array(channels);
    this.#squares = new Float64Array(channels);
  }

  /**
   * One more part, as means over equally many positions each: of the values and of their squares.
   * @param means rows of channels, one after the other
   */
  add(means: ArrayLike<number>, meanSquares: ArrayLike<number>): void {
    const channels = this.#sums.length;
    for (let i = 0, c = 0; i < means.length; i++, c = c + 1 < channels ? c + 1 : 0) {
      this.#sums[c] = (this.#sums[c] as number) + (means[i] as number);
      this.#squares[c] = (this.#squares[c] as number) + (meanSquares[i] as number);
    }
    this.#count += means.length / channels;
  }

  /** The values themselves, channels last. */
  addValues(values: Float32Array): void {
    this.add(
      values,
      Float64Array.from(values, (value) => value * value),
    );
  }

  /** The (biased) variance is that of the batch itself, as batch norm uses it in training. */
  get tensors(): { readonly mean: NamedTensor; readonly variance: NamedTensor } {
    const shape = [this.#sums.length];
    const mean = this.#sums.map((sum) => sum / this.#count);
    const variance = this.#squares.map((sum, c) => Math.max(0, sum / this.#count - (mean[c] as number) ** 2));
    return {
      mean: { shape, data: Float32Array.from(mean) },
      variance: { shape, data: Float32Array.from(variance) },
    };
  }
}

/** Makes them the statistics of that batch norm. */
export function keepStatistics(
  weights: Map<string, NamedTensor>,
  norm: string,
  { tensors: { mean, variance } }: ChannelStatistics,
): void {
  weights.set(`${norm}._mean`, mean);
  weights.set(`${norm}._variance`, variance);
}
