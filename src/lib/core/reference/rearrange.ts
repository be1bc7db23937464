// Max-pooling, and what only moves channels about: concatenation, slices, shuffle. Plain loops over NHWC values.
import type { Node, Shape } from '../graph/ir.ts';
import { paddingAmount } from '../graph/padding.ts';

type Values = Float32Array<ArrayBuffer>;

interface Pooling {
  readonly node: Node<'maxPool'>;
  readonly batch: number;
  readonly input: Values;
}

/** The largest value of each window; positions outside of the input do not count. */
export function maxPooled({ node, batch, input }: Pooling): Values {
  const { kernel, stride, padding } = node.op;
  const [inHeight, inWidth, channels] = node.inputShapes[0] as Shape;
  const [outHeight, outWidth] = node.shape;
  const top = paddingAmount({ size: inHeight, kernel: kernel[0], stride: stride[0], padding }).before;
  const left = paddingAmount({ size: inWidth, kernel: kernel[1], stride: stride[1], padding }).before;
  const output = new Float32Array(batch * outHeight * outWidth * channels).fill(-Infinity);
  let at = 0;
  for (let b = 0; b < batch; b++)
    for (let y = 0; y < outHeight; y++)
      for (let x = 0; x < outWidth; x++)
        for (let c = 0; c < channels; c++) {
          for (let ky = 0; ky < kernel[0]; ky++) {
            const inY = y * stride[0] + ky - top;
            if (inY < 0 || inY >= inHeight) continue;
            for (let kx = 0; kx < kernel[1]; kx++) {
              const inX = x * stride[1] + kx - left;
              if (inX < 0 || inX >= inWidth) continue;
              const value = input[((b * inHeight + inY) * inWidth + inX) * channels + c] as number;
              output[at] = Math.max(output[at] as number, value);
            }
          }
          at++;
        }
  return output;
}

/** Inputs of so many channels each, one behind the other at every position. */
export function concatenated(inputs: readonly Values[], channels: readonly number[]): Values {
  const total = channels.reduce((sum, count) => sum + count, 0);
  const positions = (inputs[0]?.length ?? 0) / (channels[0] ?? 1);
  const output = new Float32Array(positions * total);
  let from = 0;
  inputs.forEach((input, n) => {
    const count = channels[n] ?? 0;
    for (let p = 0; p < positions; p++)
      for (let c = 0; c < count; c++) output[p * total + from + c] = input[p * count + c] as number;
    from += count;
  });
  return output;
}

/** Channels [from, from + count) of every position. */
export function sliced(
  input: Values,
  channels: number,
  { from, count }: { readonly from: number; readonly count: number },
): Values {
  const positions = input.length / channels;
  const output = new Float32Array(positions * count);
  for (let p = 0; p < positions; p++)
    for (let c = 0; c < count; c++) output[p * count + c] = input[p * channels + from + c] as number;
  return output;
}

/** Channel g · C/groups + i goes to i · groups + g. */
export function shuffled(input: Values, channels: number, groups: number): Values {
  const perGroup = channels / groups;
  return input.map((_, at) => {
    const channel = at % channels;
    const source = (channel % groups) * perGroup + Math.floor(channel / groups);
    return input[at - channel + source] as number;
  });
}
