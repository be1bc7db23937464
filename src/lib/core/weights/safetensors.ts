// The safetensors format: 8 bytes with the header's length, a JSON header, then the tensors' bytes, little-endian.
// Source: the format's description in the repository huggingface/safetensors.
import { fromHalf } from './half.ts';
import type { NamedTensor, NamedTensors } from './tensors.ts';

/** Not a safetensors file, or one with something that cannot be read here; the message says what and where. */
export class SafetensorsError extends Error {
  override readonly name = 'SafetensorsError';
}

interface Entry {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [begin: number, end: number];
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  const { dtype, shape, data_offsets: offsets } = value as Partial<Record<keyof Entry, unknown>>;
  return (
    typeof dtype === 'string' &&
    Array.isArray(shape) &&
    shape.every(isCount) &&
    Array.isArray(offsets) &&
    offsets.length === 2 &&
    offsets.every(isCount)
  );
}

function singles(bits: DataView): Float32Array<ArrayBuffer> {
  const values = new Float32Array(bits.byteLength / 4);
  for (let i = 0; i < values.length; i++) values[i] = bits.getFloat32(4 * i, true);
  return values;
}

const READERS: Readonly<
  Record<string, { readonly bytes: number; readonly read: (bits: DataView) => Float32Array<ArrayBuffer> }>
> = {
  F32: { bytes: 4, read: singles },
  F16: { bytes: 2, read: fromHalf },
};

function headerOf(bytes: Uint8Array<ArrayBuffer>): { readonly header: object; readonly begin: number } {
  if (bytes.length < 8)
    throw new SafetensorsError(`a header of 8 bytes or more expected, got ${bytes.length}`);
  const length = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
  if (length > BigInt(bytes.length - 8))
    throw new SafetensorsError(`a header of ${length} bytes announced, but the file has ${bytes.length}`);
  const begin = 8 + Number(length);
  try {
    const header: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(8, begin)),
    );
    if (typeof header === 'object' && header !== null && !Array.isArray(header)) return { header, begin };
  } catch {
    // said below
  }
  throw new SafetensorsError('the header is not a JSON object');
}

/** Tensors of 16 or 32 bits by name, as 32 bits. Throws SafetensorsError. */
export function readSafetensors(bytes: Uint8Array<ArrayBuffer>): NamedTensors {
  const { header, begin } = headerOf(bytes);
  const data = bytes.subarray(begin);
  const read = (name: string, entry: unknown): NamedTensor => {
    if (!isEntry(entry)) throw new SafetensorsError(`${name}: dtype, shape and data_offsets expected`);
    const reader = READERS[entry.dtype];
    if (!reader)
      throw new SafetensorsError(
        `${name}: one of ${Object.keys(READERS).join(', ')} expected, got ${entry.dtype}`,
      );
    const [from, to] = entry.data_offsets;
    const expected = reader.bytes * entry.shape.reduce((product, length) => product * length, 1);
    if (to - from !== expected || to > data.length)
      throw new SafetensorsError(
        `${name}: ${expected} bytes expected, got ${from} to ${to} of ${data.length}`,
      );
    const view = new DataView(data.buffer, data.byteOffset + from, expected);
    return { shape: entry.shape, data: reader.read(view) };
  };
  return new Map(
    Object.entries(header)
      .filter(([name]) => name !== '__metadata__')
      .map(([name, entry]) => [name, read(name, entry)]),
  );
}
