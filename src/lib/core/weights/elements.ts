// Numbers as weight files hold them: little-endian bytes of a named type, read as 32-bit floats.
import { fromHalf } from './half.ts';

interface ElementType {
  /** Size of one number. */
  readonly bytes: number;
  /** Copies. @param bytes a whole number of elements */
  readonly read: (bytes: Uint8Array<ArrayBuffer>) => Float32Array<ArrayBuffer>;
}

const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** A copy of its own, hence aligned, in the machine's order of bytes. */
function nativeCopy(bytes: Uint8Array<ArrayBuffer>, size: number): ArrayBuffer {
  const copy = bytes.slice();
  if (!IS_LITTLE_ENDIAN) for (let i = 0; i < copy.length; i += size) copy.subarray(i, i + size).reverse();
  return copy.buffer;
}

/** 32-bit floats as files hold them. */
export const littleEndian = ({ buffer, byteOffset, byteLength }: Float32Array<ArrayBuffer>) =>
  new Uint8Array(nativeCopy(new Uint8Array(buffer, byteOffset, byteLength), 4));

/** bfloat16 is the upper half of a 32-bit float. */
function fromBfloat(halves: Uint16Array): Float32Array<ArrayBuffer> {
  const bits = new Uint32Array(halves.length);
  for (let i = 0; i < bits.length; i++) bits[i] = (halves[i] as number) << 16;
  return new Float32Array(bits.buffer);
}

export const ELEMENT_TYPES = {
  F32: { bytes: 4, read: (bytes) => new Float32Array(nativeCopy(bytes, 4)) },
  F16: { bytes: 2, read: (bytes) => fromHalf(new Uint16Array(nativeCopy(bytes, 2))) },
  BF16: { bytes: 2, read: (bytes) => fromBfloat(new Uint16Array(nativeCopy(bytes, 2))) },
  F64: { bytes: 8, read: (bytes) => Float32Array.from(new Float64Array(nativeCopy(bytes, 8))) },
} as const satisfies Readonly<Record<string, ElementType>>;

export type ElementTypeName = keyof typeof ELEMENT_TYPES;

export const isElementType = (name: string): name is ElementTypeName => Object.hasOwn(ELEMENT_TYPES, name);

/** Elements of a tensor of that shape; NaN or Infinity where they cannot be counted. */
export const elementsIn = (shape: readonly number[]): number =>
  shape.reduce((product, length) => product * length, 1);
