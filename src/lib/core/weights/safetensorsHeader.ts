// The header of a safetensors file: read, and checked against the rules of the format before any tensor is touched.
import { outerKeys } from './jsonKeys.ts';
import { SafetensorsError } from './safetensorsError.ts';

/** As the format's own reader: a longer header is an attack. */
const MAX_HEADER_BYTES = 100_000_000;

export interface Entry {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [begin: number, end: number];
}

export interface Header {
  readonly entries: readonly (readonly [name: string, entry: Entry])[];
  /** What the file says of itself, in words. */
  readonly metadata: Readonly<Record<string, string>>;
  /** What the offsets count in. */
  readonly data: Uint8Array<ArrayBuffer>;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isEntry(value: unknown): value is Entry {
  if (!isObject(value)) return false;
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

function parsed(json: Uint8Array<ArrayBuffer>): object {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(json);
    const header: unknown = JSON.parse(text);
    if (isObject(header)) {
      const seen = new Set<string>();
      for (const key of outerKeys(text))
        if (seen.size === seen.add(key).size)
          throw new SafetensorsError(`${key}: two tensors have this name`);
      return header;
    }
  } catch (error) {
    if (error instanceof SafetensorsError) throw error;
  }
  throw new SafetensorsError('the header is not a JSON object');
}

function metadataOf(header: object): Header['metadata'] {
  const metadata: unknown = '__metadata__' in header ? header.__metadata__ : {};
  if (!isObject(metadata) || !Object.values(metadata).every((value) => typeof value === 'string'))
    throw new SafetensorsError('__metadata__: texts by name expected');
  return metadata as Header['metadata'];
}

/** The tensors have to cover the data without gap or overlap. */
function checkCover(entries: Header['entries'], length: number): void {
  const inOrder = entries
    .map(([name, { data_offsets }]) => ({ name, from: data_offsets[0], to: data_offsets[1] }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  let end = 0;
  for (const { name, from, to } of inOrder) {
    if (from !== end)
      throw new SafetensorsError(`${name}: a start at byte ${end} of the data expected, got ${from}`);
    end = to;
  }
  if (end !== length) throw new SafetensorsError(`the tensors end at byte ${end} of ${length}`);
}

/** Throws SafetensorsError. */
export function readHeader(bytes: Uint8Array<ArrayBuffer>): Header {
  if (bytes.length < 8)
    throw new SafetensorsError(`a header of 8 bytes or more expected, got ${bytes.length}`);
  const length = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
  if (length > BigInt(bytes.length - 8))
    throw new SafetensorsError(`a header of ${length} bytes announced, but the file has ${bytes.length}`);
  if (length > BigInt(MAX_HEADER_BYTES))
    throw new SafetensorsError(`a header of at most ${MAX_HEADER_BYTES} bytes expected, got ${length}`);
  const begin = 8 + Number(length);
  const header = parsed(bytes.subarray(8, begin));
  const data = bytes.subarray(begin);
  const entries = Object.entries(header)
    .filter(([name]) => name !== '__metadata__')
    .map(([name, entry]: [string, unknown]) => {
      if (!isEntry(entry)) throw new SafetensorsError(`${name}: dtype, shape and data_offsets expected`);
      const [from, to] = entry.data_offsets;
      if (from > to || to > data.length)
        throw new SafetensorsError(`${name}: bytes ${from} to ${to}, but the data has ${data.length}`);
      return [name, entry] as const;
    });
  checkCover(entries, data.length);
  return { entries, metadata: metadataOf(header), data };
}
