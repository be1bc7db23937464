// Messages → protobuf. Pieces are gathered with their sizes and joined once, so that large tensors are copied only then.
import { WIRE, type FieldKind, type Message, type ScalarKind, type Scalars, type Schema } from './schema.ts';

interface Pieces {
  readonly parts: readonly Uint8Array<ArrayBuffer>[];
  readonly size: number;
}

const join = (pieces: readonly Pieces[]): Pieces => ({
  parts: pieces.flatMap(({ parts }) => parts),
  size: pieces.reduce((sum, { size }) => sum + size, 0),
});

const piece = (bytes: Uint8Array<ArrayBuffer>): Pieces => ({ parts: [bytes], size: bytes.length });

/** Two's complement of 64 bits, seven at a time, the lowest first. */
function varint(value: number): Pieces {
  const bytes: number[] = [];
  // a negative number −n is 2⁶⁴ − n, whose bits are those of n − 1 turned over
  const turn = value < 0 ? 0x7f : 0;
  let rest = value < 0 ? -(value + 1) : value;
  while (rest > 0x7f || (turn && bytes.length < 9)) {
    bytes.push(((rest % 0x80) ^ turn) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  // the tenth byte has one bit left
  bytes.push(turn ? 1 : rest);
  return piece(Uint8Array.from(bytes));
}

const withLength = (content: Pieces): Pieces => join([varint(content.size), content]);

function little(value: number, bytes: 4 | 8): Pieces {
  const view = new DataView(new ArrayBuffer(bytes));
  if (bytes === 4) view.setFloat32(0, value, true);
  else view.setFloat64(0, value, true);
  return piece(new Uint8Array(view.buffer));
}

const text = (value: string): Pieces => withLength(piece(new TextEncoder().encode(value)));

type Laid = readonly [wire: number, content: Pieces];

const packed = <T>(list: readonly T[], write: (item: T) => Pieces): readonly Laid[] =>
  list.length === 0 ? [] : [[WIRE.length, withLength(join(list.map(write)))]];

/** Each occurrence of the field; lists of numbers are packed into one. */
const LAY: { readonly [K in ScalarKind]: (value: Scalars[K]) => readonly Laid[] } = {
  int: (value) => [[WIRE.varint, varint(value)]],
  float: (value) => [[WIRE.fixed32, little(value, 4)]],
  string: (value) => [[WIRE.length, text(value)]],
  bytes: (value) => [[WIRE.length, withLength(piece(value))]],
  ints: (list) => packed(list, varint),
  floats: (list) => packed(list, (value) => little(value, 4)),
  doubles: (list) => packed(list, (value) => little(value, 8)),
  strings: (list) => list.map((value) => [WIRE.length, text(value)]),
};

function lay(kind: FieldKind, value: unknown): readonly Laid[] {
  if (typeof kind !== 'object') return (LAY[kind] as (value: unknown) => readonly Laid[])(value);
  const [schema, messages] = 'one' in kind ? [kind.one, [value]] : [kind.many, value as readonly unknown[]];
  return messages.map((message) => [WIRE.length, withLength(write(schema, message as Message<Schema>))]);
}

const write = (schema: Schema, message: Message<Schema>): Pieces =>
  join(
    Object.entries(schema).flatMap(([name, [field, kind]]) => {
      const value: unknown = message[name];
      if (value === undefined) return [];
      return lay(kind, value).flatMap(([wire, content]) => [varint(field * 8 + wire), content]);
    }),
  );

export function encode<S extends Schema>(schema: S, message: Message<S>): Uint8Array<ArrayBuffer> {
  const { parts, size } = write(schema, message);
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
