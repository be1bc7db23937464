// The safetensors format: 8 bytes with the header's length, a JSON header, then the tensors' bytes, little-endian.
// Source: the format's description in the repository huggingface/safetensors.
import { ELEMENT_TYPES, elementsIn, isElementType } from './elements.ts';
import { SafetensorsError } from './safetensorsError.ts';
import { readHeader, type Entry } from './safetensorsHeader.ts';
import type { NamedTensor, NamedTensors } from './tensors.ts';

export interface Safetensors {
  /** As 32-bit floats. */
  readonly tensors: NamedTensors;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Whole numbers are no weights: PyTorch stores with every batch norm how many batches it has seen. */
const isCounter = ({ dtype, shape }: Entry): boolean =>
  /^(?:BOOL|[IU](?:8|16|32|64))$/.test(dtype) && elementsIn(shape) === 1;

/** Tensors of floats by name; single whole numbers are left out. Throws SafetensorsError. */
export function readSafetensors(bytes: Uint8Array<ArrayBuffer>): Safetensors {
  const { entries, metadata, data } = readHeader(bytes);
  const read = (name: string, { dtype, shape, data_offsets: [from, to] }: Entry): NamedTensor => {
    if (!isElementType(dtype))
      throw new SafetensorsError(
        `${name}: one of ${Object.keys(ELEMENT_TYPES).join(', ')} expected, got ${dtype}`,
      );
    const type = ELEMENT_TYPES[dtype];
    const expected = type.bytes * elementsIn(shape);
    if (to - from !== expected)
      throw new SafetensorsError(`${name}: ${expected} bytes expected, got ${to - from}`);
    return { shape, data: type.read(data.subarray(from, to)) };
  };
  const tensors = entries
    .filter(([, entry]) => !isCounter(entry))
    .map(([name, entry]) => [name, read(name, entry)] as const);
  return { tensors: new Map(tensors), metadata };
}
