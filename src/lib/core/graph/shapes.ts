// Shape rules: one per op, from the shapes of its inputs to the shape of its output.
import type { OpKind, OpOf, Op, Shape } from './ir.ts';
import { outputSize } from './padding.ts';

type ShapeRule<K extends OpKind> = (op: OpOf<K>, ...inputs: Shape[]) => Shape;

/** A graph that cannot be: says which op met which shapes. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
}

const same = (_op: Op, input: Shape | undefined): Shape => required(input);

function required(shape: Shape | undefined): Shape {
  if (!shape) throw new ShapeError('an input is missing');
  return shape;
}

const RULES: { readonly [K in OpKind]: ShapeRule<K> } = {
  input: ({ shape }) => shape,
  conv: ({ kernel, stride, padding, groups, outChannels }, input) => {
    const [height, width, channels] = required(input);
    if (channels % groups || outChannels % groups)
      throw new ShapeError(`${channels} → ${outChannels} channels cannot be split into ${groups} groups`);
    return [
      outputSize({ size: height, kernel: kernel[0], stride: stride[0], padding }),
      outputSize({ size: width, kernel: kernel[1], stride: stride[1], padding }),
      outChannels,
    ];
  },
  batchNorm: same,
  activation: same,
  dropout: same,
  globalPool: (_op, input) => [1, 1, required(input)[2]],
  multiply: (_op, input, gate) => {
    const [shape, [gateHeight, gateWidth, gateChannels]] = [required(input), required(gate)];
    if (gateHeight !== 1 || gateWidth !== 1 || gateChannels !== shape[2])
      throw new ShapeError(
        `a gate of 1×1×${shape[2]} expected, got ${gateHeight}×${gateWidth}×${gateChannels}`,
      );
    return shape;
  },
  maxPool: ({ kernel, stride, padding }, input) => {
    const [height, width, channels] = required(input);
    return [
      outputSize({ size: height, kernel: kernel[0], stride: stride[0], padding }),
      outputSize({ size: width, kernel: kernel[1], stride: stride[1], padding }),
      channels,
    ];
  },
  add: (_op, input, other) => {
    const [shape, second] = [required(input), required(other)];
    if (shape.join() !== second.join())
      throw new ShapeError(`two equal shapes expected, got ${shape.join('×')} and ${second.join('×')}`);
    return shape;
  },
  concat: (_op, ...inputs) => {
    const [height, width] = required(inputs[0]);
    const misfit = inputs.find((shape) => shape[0] !== height || shape[1] !== width);
    if (misfit)
      throw new ShapeError(`tensors of ${height}×${width} positions expected, got ${misfit[0]}×${misfit[1]}`);
    return [height, width, inputs.reduce((sum, shape) => sum + shape[2], 0)];
  },
  slice: ({ from, count }, input) => {
    const [height, width, channels] = required(input);
    if (from < 0 || count < 1 || from + count > channels)
      throw new ShapeError(`channels ${from} to ${from + count} of ${channels} do not exist`);
    return [height, width, count];
  },
  shuffle: ({ groups }, input) => {
    const shape = required(input);
    if (shape[2] % groups)
      throw new ShapeError(`${shape[2]} channels cannot be shuffled in ${groups} groups`);
    return shape;
  },
  flatten: (_op, input) => {
    const [height, width, channels] = required(input);
    return [1, 1, height * width * channels];
  },
  linear: ({ outFeatures }, input) => {
    const [height, width] = required(input);
    if (height !== 1 || width !== 1)
      throw new ShapeError(`a vector expected, got ${height}×${width} positions`);
    return [1, 1, outFeatures];
  },
};

/** Output shape of `op` on inputs of these shapes ([height, width, channels]). Throws ShapeError where they do not fit. */
export function inferShape(op: Op, inputs: readonly Shape[]): Shape {
  const rule = RULES[op.kind] as (op: Op, ...inputs: readonly Shape[]) => Shape;
  return rule(op, ...inputs);
}

export const elementCount = ([height, width, channels]: Shape): number => height * width * channels;
