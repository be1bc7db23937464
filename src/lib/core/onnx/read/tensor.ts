// TensorProto → tensor in single precision, wherever and however the file stores its values.
import { fromHalf } from '../../weights/half.ts';
import type { NamedTensor } from '../../weights/tensors.ts';
import { OnnxError } from '../onnxError.ts';
import { DATA_TYPE, EXTERNAL, type TensorMessage } from '../schema.ts';

type Values = Float32Array<ArrayBuffer>;

interface Storage {
  /** Of one value in `raw_data`. */
  readonly bytes: number;
  readonly ofRaw: (raw: DataView, at: number) => number;
  /** The field that holds the values where `raw_data` does not. */
  readonly field: 'floatData' | 'doubleData' | 'int32Data' | 'int64Data';
  /** What an element of that field stands for, where it is not the value itself. */
  readonly ofField?: (stored: number) => number;
}

const half = (bits: number): number => fromHalf(Uint16Array.of(bits))[0] as number;

/** The upper half of a single-precision number. */
const brain = (bits: number): number =>
  new Float32Array(Uint32Array.of((bits & 0xffff) << 16).buffer)[0] as number;

const STORAGE: { readonly [K in keyof typeof DATA_TYPE]: Storage } = {
  float: { bytes: 4, ofRaw: (raw, at) => raw.getFloat32(at, true), field: 'floatData' },
  double: { bytes: 8, ofRaw: (raw, at) => raw.getFloat64(at, true), field: 'doubleData' },
  int32: { bytes: 4, ofRaw: (raw, at) => raw.getInt32(at, true), field: 'int32Data' },
  int64: { bytes: 8, ofRaw: (raw, at) => Number(raw.getBigInt64(at, true)), field: 'int64Data' },
  float16: { bytes: 2, ofRaw: (raw, at) => half(raw.getUint16(at, true)), field: 'int32Data', ofField: half },
  bfloat16: {
    bytes: 2,
    ofRaw: (raw, at) => brain(raw.getUint16(at, true)),
    field: 'int32Data',
    ofField: brain,
  },
};

const BY_CODE: ReadonlyMap<number, keyof typeof DATA_TYPE> = new Map(
  Object.entries(DATA_TYPE).map(([type, code]) => [code, type as keyof typeof DATA_TYPE]),
);

const say = (shape: readonly number[]): string => `[${shape.join(', ')}]`;

function sizeOf(shape: readonly number[], where: string): number {
  const size = shape.reduce((product, length) => product * length, 1);
  if (!shape.every((length) => Number.isSafeInteger(length) && length >= 0) || !Number.isSafeInteger(size))
    throw new OnnxError({ where, expected: 'a shape of whole numbers', found: say(shape) });
  return size;
}

/** The file's bytes are there already, so what is allocated is at most a small multiple of them. */
function valuesOf(tensor: TensorMessage, where: string): Values {
  const shape = tensor.dims ?? [];
  const size = sizeOf(shape, where);
  const type = BY_CODE.get(tensor.dataType ?? 0);
  if (!type) {
    const expected = `values of type ${Object.keys(DATA_TYPE).join(', ')}`;
    throw new OnnxError({ where, expected, found: `data type ${tensor.dataType ?? 0}` });
  }
  const storage = STORAGE[type];
  const check = (count: number) => {
    if (count !== size)
      throw new OnnxError({ where, expected: `${size} values for ${say(shape)}`, found: String(count) });
  };
  if (tensor.rawData) {
    const { buffer, byteOffset, byteLength } = tensor.rawData;
    check(byteLength / storage.bytes);
    const raw = new DataView(buffer, byteOffset, byteLength);
    const values = new Float32Array(size);
    for (let i = 0; i < size; i++) values[i] = storage.ofRaw(raw, i * storage.bytes);
    return values;
  }
  const stored = tensor[storage.field] ?? [];
  check(stored.length);
  return Float32Array.from(stored, storage.ofField ?? Number);
}

/** `where` is for errors: `initializer fc.bias`. Throws OnnxError. */
export function readTensor(tensor: TensorMessage, where: string): NamedTensor {
  const location = tensor.externalData?.find(({ key }) => key === 'location')?.value;
  if (tensor.dataLocation === EXTERNAL || location !== undefined)
    throw new OnnxError({
      where,
      expected: 'values in the file itself (export without external data)',
      found: `a reference to the file ${location ?? ''}`,
    });
  return { shape: tensor.dims ?? [], data: valuesOf(tensor, where) };
}
