// Convolution and linear layers as plain loops: NHWC values, official weight layouts, sums in double precision.
import type { Node, Shape } from '../graph/ir.ts';
import { paddingAmount } from '../graph/padding.ts';

type Values = Float32Array<ArrayBuffer>;

interface Affine {
  readonly input: Values;
  /** Output × input, row by row. */
  readonly weight: Float32Array;
  readonly bias: Float32Array | undefined;
  readonly positions: number;
  readonly inChannels: number;
  readonly outChannels: number;
}

/** out[p, o] = bias[o] + Σᵢ input[p, i] · weight[o, i]. Four outputs at a time, so that four sums are under way at once. */
export function pointwise({ input, weight, bias, positions, inChannels, outChannels }: Affine): Values {
  const output = new Float32Array(positions * outChannels);
  const sums = new Float64Array(4);
  for (let o = 0; o < outChannels; o += 4) {
    const [row0, row1, row2, row3] = [0, 1, 2, 3].map(
      (k) => Math.min(o + k, outChannels - 1) * inChannels,
    ) as [number, number, number, number];
    const wanted = Math.min(4, outChannels - o);
    for (let p = 0; p < positions; p++) {
      const start = p * inChannels;
      let [a, b, c, d] = [0, 0, 0, 0];
      for (let i = 0; i < inChannels; i++) {
        const value = input[start + i] as number;
        a += value * (weight[row0 + i] as number);
        b += value * (weight[row1 + i] as number);
        c += value * (weight[row2 + i] as number);
        d += value * (weight[row3 + i] as number);
      }
      sums[0] = a;
      sums[1] = b;
      sums[2] = c;
      sums[3] = d;
      for (let k = 0; k < wanted; k++)
        output[p * outChannels + o + k] = (sums[k] as number) + (bias?.[o + k] ?? 0);
    }
  }
  return output;
}

interface Convolution {
  readonly node: Node<'conv'>;
  readonly input: Values;
  readonly batch: number;
  /** [out, in / groups, kernel height, kernel width] */
  readonly weight: Float32Array;
  readonly bias: Float32Array | undefined;
}

/** Any kernel, stride, padding and number of groups. */
export function convolution({ node, input, batch, weight, bias }: Convolution): Values {
  const { kernel, stride, padding, groups } = node.op;
  const [inHeight, inWidth, inChannels] = node.inputShapes[0] as Shape;
  const [outHeight, outWidth, outChannels] = node.shape;
  const top = paddingAmount({ size: inHeight, kernel: kernel[0], stride: stride[0], padding }).before;
  const left = paddingAmount({ size: inWidth, kernel: kernel[1], stride: stride[1], padding }).before;
  const inPerGroup = inChannels / groups;
  const outPerGroup = outChannels / groups;
  const area = kernel[0] * kernel[1];
  const output = new Float32Array(batch * outHeight * outWidth * outChannels);
  let at = 0;
  for (let b = 0; b < batch; b++)
    for (let y = 0; y < outHeight; y++)
      for (let x = 0; x < outWidth; x++)
        for (let o = 0; o < outChannels; o++) {
          const firstChannel = Math.floor(o / outPerGroup) * inPerGroup;
          let sum = bias?.[o] ?? 0;
          for (let ky = 0; ky < kernel[0]; ky++) {
            const inY = y * stride[0] + ky - top;
            if (inY < 0 || inY >= inHeight) continue;
            for (let kx = 0; kx < kernel[1]; kx++) {
              const inX = x * stride[1] + kx - left;
              if (inX < 0 || inX >= inWidth) continue;
              const from = ((b * inHeight + inY) * inWidth + inX) * inChannels + firstChannel;
              const tap = o * inPerGroup * area + ky * kernel[1] + kx;
              for (let i = 0; i < inPerGroup; i++)
                sum += (input[from + i] as number) * (weight[tap + i * area] as number);
            }
          }
          output[at++] = sum;
        }
  return output;
}

interface Linear {
  readonly input: Values;
  /** [in, out] */
  readonly weight: Float32Array;
  readonly bias: Float32Array;
  readonly batch: number;
  readonly inFeatures: number;
  readonly outFeatures: number;
}

export function linear({ input, weight, bias, batch, inFeatures, outFeatures }: Linear): Values {
  const output = new Float32Array(batch * outFeatures);
  const sums = new Float64Array(outFeatures);
  for (let b = 0; b < batch; b++) {
    sums.set(bias);
    for (let i = 0; i < inFeatures; i++) {
      const value = input[b * inFeatures + i] as number;
      for (let o = 0; o < outFeatures; o++)
        sums[o] = (sums[o] as number) + value * (weight[i * outFeatures + o] as number);
    }
    output.set(sums, b * outFeatures);
  }
  return output;
}
