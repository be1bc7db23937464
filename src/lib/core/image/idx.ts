// The IDX format of MNIST's files: two zeros, the element type, the number of dimensions, their sizes, then the elements.
// Source: Y. LeCun's description of the MNIST database; only bytes (type 8) are read here.

/** Not an IDX file of bytes, or one of another size than its header says. */
export class IdxError extends Error {
  override readonly name = 'IdxError';
}

export interface ByteArray {
  readonly shape: readonly number[];
  readonly data: Uint8Array<ArrayBuffer>;
}

const BYTES = 8;

/** Throws IdxError. The data are a view of the given bytes. */
export function readIdx(bytes: Uint8Array<ArrayBuffer>): ByteArray {
  const [first, second, type, dimensions = 0] = bytes;
  if (first !== 0 || second !== 0 || type !== BYTES)
    throw new IdxError(
      `0, 0, ${BYTES} expected at the beginning, got ${[...bytes.subarray(0, 3)].join(', ')}`,
    );
  const begin = 4 + 4 * dimensions;
  if (bytes.length < begin) throw new IdxError(`a header of ${begin} bytes expected, got ${bytes.length}`);
  const header = new DataView(bytes.buffer, bytes.byteOffset, begin);
  const shape = Array.from({ length: dimensions }, (_, i) => header.getUint32(4 + 4 * i));
  const size = shape.reduce((product, length) => product * length, 1);
  if (bytes.length !== begin + size)
    throw new IdxError(`${shape.join(' × ')} = ${size} bytes expected, got ${bytes.length - begin}`);
  return { shape, data: bytes.subarray(begin) };
}
