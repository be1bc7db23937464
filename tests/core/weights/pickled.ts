// Writes pickles piece by piece, as CPython and numpy do, or otherwise.
export type Piece = readonly number[];

const ascii = (text: string): Piece => [...new TextEncoder().encode(text)];
const littleEndian = (value: number, bytes: number): Piece =>
  Array.from({ length: bytes }, (_, i) => Math.floor(value / 256 ** i) % 256);

export const text = (value: string): Piece => [
  0x58,
  ...littleEndian(ascii(value).length, 4),
  ...ascii(value),
];
export const bytes = (data: Piece): Piece => [0x42, ...littleEndian(data.length, 4), ...data];
/** BININT. */
export const int = (value: number): Piece => [0x4a, ...littleEndian(value >>> 0, 4)];
/** MARK … TUPLE */
export const tuple = (...items: readonly Piece[]): Piece => [0x28, ...items.flat(), 0x74];
export const list = (...items: readonly Piece[]): Piece => [0x5d, 0x28, ...items.flat(), 0x65];
export const global = (module: string, name: string): Piece => [0x63, ...ascii(`${module}\n${name}\n`)];
export const NONE: Piece = [0x4e];
export const FALSE: Piece = [0x89];
const TRUE: Piece = [0x88];
export const REDUCE = 0x52;
export const STOP = 0x2e;
const BUILD = 0x62;

export const dict = (entries: Readonly<Record<string, Piece>>): Piece => [
  0x7d,
  0x28,
  ...Object.entries(entries).flatMap(([name, value]) => [...text(name), ...value]),
  0x75,
];

interface ArrayParts {
  readonly shape?: readonly Piece[];
  readonly code?: string;
  readonly order?: string;
  readonly fortran?: boolean;
  readonly data?: Piece;
}

export const floats = (...values: readonly number[]): Piece => [
  ...new Uint8Array(Float32Array.from(values).buffer),
];

/** A numpy array; two floats unless said otherwise. */
export function array(parts: ArrayParts = {}): Piece {
  const { shape = [int(2)], code = 'f4', order = '<', fortran = false, data = bytes(floats(1, 2)) } = parts;
  const type = [
    ...global('numpy', 'dtype'),
    ...tuple(text(code), FALSE, TRUE),
    REDUCE,
    ...tuple(int(3), text(order), NONE, NONE, NONE, int(-1), int(-1), int(0)),
    BUILD,
  ];
  return [
    ...global('numpy.core.multiarray', '_reconstruct'),
    ...tuple(global('numpy', 'ndarray'), tuple(int(0)), bytes(ascii('b'))),
    REDUCE,
    ...tuple(int(1), tuple(...shape), type, fortran ? TRUE : FALSE, data),
    BUILD,
  ];
}

/** A whole file. */
export const pickled = (value: Piece, protocol = 2): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([0x80, protocol, ...value, STOP]);
