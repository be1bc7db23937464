// What kind of file it is, told by its first bytes: names of files lie.

export const WEIGHT_FORMATS = ['safetensors', 'pdparams', 'onnx'] as const;
export type WeightFormat = (typeof WEIGHT_FORMATS)[number];

const HEAD_BYTES = 512;

/** One letter per byte. */
const letters = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, HEAD_BYTES));

/** A varint with the version of the representation stands first in every ONNX file that is written today. */
const MAX_ONNX_VERSION = 32;

/** Tried in order. */
const FORMATS: { readonly [F in WeightFormat]: (head: string) => boolean } = {
  // the header's length in 8 bytes, which are no letters, then the header
  safetensors: (head) => head[8] === '{' && !/[ -~]/.test(head[7] ?? ''),
  pdparams: (head) => head[0] === '\x80' && head.charCodeAt(1) <= 5,
  onnx: (head) => head[0] === '\x08' && head.charCodeAt(1) <= MAX_ONNX_VERSION,
};

export const formatOf = (bytes: Uint8Array): WeightFormat | undefined => {
  const head = letters(bytes);
  return WEIGHT_FORMATS.find((format) => FORMATS[format](head));
};

/** Files that people have and that are not read here. */
const OTHERS: readonly (readonly [kind: string, is: (head: string) => boolean])[] = [
  ['an empty file', (head) => head === ''],
  ['a ZIP archive, as .pt, .pth and .keras files are', (head) => head.startsWith('PK')],
  ['an HDF5 file, as Keras’ .h5 files are', (head) => head.startsWith('\x89HDF')],
  ['a gzip archive', (head) => head.startsWith('\x1f\x8b')],
  ['a tar archive, as Paddle’s inference models come in', (head) => head.startsWith('ustar', 257)],
  ['a TensorFlow Lite model', (head) => head.startsWith('TFL3', 4)],
  ['Paddle’s .pdiparams, whose tensors have no names,', (head) => head.startsWith('\0'.repeat(16))],
  ['a picture', (head) => /^(?:\x89PNG|\xff\xd8|GIF8|RIFF)/.test(head)],
  ['a text', (head) => /^[\t\n\r -~]+$/.test(head)],
];

/** In words, with its first bytes. */
export function describeFile(bytes: Uint8Array): string {
  const head = letters(bytes);
  const kind = OTHERS.find(([, is]) => is(head))?.[0] ?? 'a file of unknown kind';
  const first = [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0'));
  return first.length > 0 ? `${kind} (it begins with ${first.join(' ')})` : kind;
}
