// Tensors and shapes as ONNX writes them.
import type { NamedTensor } from '../../weights/tensors.ts';
import { DATA_TYPE, type TensorMessage, type ValueInfoMessage } from '../schema.ts';

/** Batch, channels, then height and width if there are any. Text is a symbol: any size. */
export type Dimensions = readonly (number | string)[];

/** `raw_data` is little-endian, whatever the machine. */
export function floats(name: string, { shape, data }: NamedTensor): TensorMessage {
  const view = new DataView(new ArrayBuffer(4 * data.length));
  for (let i = 0; i < data.length; i++) view.setFloat32(4 * i, data[i] as number, true);
  return { name, dims: shape, dataType: DATA_TYPE.float, rawData: new Uint8Array(view.buffer) };
}

export const integers = (name: string, values: readonly number[]): TensorMessage => ({
  name,
  dims: [values.length],
  dataType: DATA_TYPE.int64,
  int64Data: values,
});

export const floatValue = (name: string, dimensions: Dimensions): ValueInfoMessage => ({
  name,
  type: {
    tensorType: {
      elemType: DATA_TYPE.float,
      shape: {
        dim: dimensions.map((size) => (typeof size === 'number' ? { value: size } : { param: size })),
      },
    },
  },
});
