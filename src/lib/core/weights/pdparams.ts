// Paddle's .pdparams files: a pickled dictionary of numpy arrays by name, as `paddle.save(layer.state_dict())` writes it.
// Source: python/paddle/framework/io.py and io_utils.py of PaddlePaddle.
import { ELEMENT_TYPES, elementsIn, type ElementTypeName } from './elements.ts';
import { PickleError } from './pickle/pickleError.ts';
import { unpickle } from './pickle/unpickle.ts';
import { isA, nameOf, type Value } from './pickle/values.ts';
import type { NamedTensor, NamedTensors } from './tensors.ts';

/** Which names parameters have inside of Paddle. */
const INNER_NAMES = 'StructuredToParameterName@@';

/** Which arrays were cut into pieces, because pickles of protocol 2 and 3 hold no more than 4 GiB. */
const CUT_ARRAYS = 'UnpackBigParamInfor@@';

/** numpy's names of the types that are read. */
const TYPES: Readonly<Record<string, ElementTypeName>> = { f2: 'F16', f4: 'F32', f8: 'F64' };

function contentOf(name: string, value: Value) {
  if (!isA(value, 'array') || !value.content)
    throw new PickleError(`${name}: an array expected, got ${nameOf(value)}`);
  return value.content;
}

function tensorOf(name: string, value: Value): NamedTensor {
  const { shape, type, data } = contentOf(name, value);
  const known = Object.hasOwn(TYPES, type.code) ? TYPES[type.code] : undefined;
  if (!known)
    throw new PickleError(`${name}: one of ${Object.keys(TYPES).join(', ')} expected, got ${type.code}`);
  const { bytes, read } = ELEMENT_TYPES[known];
  const expected = bytes * elementsIn(shape);
  if (data.length !== expected)
    throw new PickleError(
      `${name}: ${expected} bytes expected for the shape [${shape.join(', ')}], got ${data.length}`,
    );
  return { shape, data: read(data) };
}

/** Puts the pieces of one array together and takes them out. */
function joinPieces(tensors: Map<string, NamedTensor>, name: string, info: Value): void {
  const shape = isA(info, 'dict') ? info.entries.get('OriginShape') : undefined;
  const names = isA(info, 'dict') ? info.entries.get('slices') : undefined;
  const lengths = isA(shape, 'tuple') ? shape.items : [];
  if (!isA(names, 'list') || !lengths.every((length) => typeof length === 'number'))
    throw new PickleError(`${name}: OriginShape and slices expected`);
  const pieces = names.items.map((piece) => {
    const tensor = isA(piece, 'text') ? tensors.get(piece.value) : undefined;
    if (!tensor || !isA(piece, 'text')) throw new PickleError(`${name}: a piece of it is missing`);
    // each piece belongs to one array
    tensors.delete(piece.value);
    return tensor.data;
  });
  const count = pieces.reduce((sum, { length }) => sum + length, 0);
  if (count !== elementsIn(lengths))
    throw new PickleError(`${name}: ${elementsIn(lengths)} values expected, got ${count} in pieces`);
  const data = new Float32Array(count);
  let at = 0;
  for (const piece of pieces) {
    data.set(piece, at);
    at += piece.length;
  }
  tensors.set(name, { shape: lengths, data });
}

/** Arrays of floats by name, as 32 bits. Throws PickleError. */
export function readPdparams(bytes: Uint8Array<ArrayBuffer>): NamedTensors {
  const root = unpickle(bytes);
  if (!isA(root, 'dict')) throw new PickleError(`a dictionary of arrays expected, got ${nameOf(root)}`);
  const values = [...root.entries].filter(([name]) => name !== INNER_NAMES && name !== CUT_ARRAYS);
  const total = values.reduce((sum, [name, value]) => sum + contentOf(name, value).data.length, 0);
  // bytes that stand once in the file can be named again and again
  if (total > bytes.length)
    throw new PickleError(`arrays of ${total} bytes in all, but the file has ${bytes.length}`);
  const tensors = new Map(values.map(([name, value]) => [name, tensorOf(name, value)] as const));
  const cut = root.entries.get(CUT_ARRAYS);
  if (isA(cut, 'dict')) for (const [name, info] of cut.entries) joinPieces(tensors, name, info);
  return tensors;
}
