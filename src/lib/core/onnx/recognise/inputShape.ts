// What a file says of its input: channels and size of the image, where they are fixed.
import type { Pair } from '../../config/netConfig.ts';
import { OnnxError } from '../onnxError.ts';
import type { OnnxModel } from '../read/model.ts';
import type { Dataflow } from './dataflow.ts';

export interface InputShape {
  readonly channels: number | undefined;
  readonly size: Pair | undefined;
}

export function inputShape({ inputs }: OnnxModel, { input, inputLayout }: Dataflow): InputShape {
  const shape = inputs[0]?.shape;
  if (!shape) return { channels: undefined, size: undefined };
  if (shape.length !== 4)
    throw new OnnxError({
      where: `input ${input}`,
      expected: 'four dimensions',
      found: String(shape.length),
    });
  const order = inputLayout === 'NCHW' ? [1, 2, 3] : [3, 1, 2];
  const [channels, height, width] = order.map((axis) =>
    typeof shape[axis] === 'number' ? shape[axis] : undefined,
  );
  return { channels, size: height !== undefined && width !== undefined ? [height, width] : undefined };
}
