// Protobuf → messages: follows a schema, skips what the schema does not name.
import type { Cursor } from './cursor.ts';
import { WIRE, type FieldKind, type Message, type ScalarKind, type Scalars, type Schema } from './schema.ts';

/** How many messages and strings a file may hold: an empty one costs two bytes in the file, but an object in memory. */
const MAX_OBJECTS = 100_000;

interface Decoding {
  readonly cursor: Cursor;
  objects: number;
}

type Fields = Record<string, unknown>;

/** One element of each kind, and how it is laid out. */
const ELEMENT: {
  readonly [K in ScalarKind]: { readonly wire: number; readonly read: (cursor: Cursor) => unknown };
} = {
  int: { wire: WIRE.varint, read: (cursor) => cursor.varint() },
  ints: { wire: WIRE.varint, read: (cursor) => cursor.varint() },
  float: { wire: WIRE.fixed32, read: (cursor) => cursor.float() },
  floats: { wire: WIRE.fixed32, read: (cursor) => cursor.float() },
  doubles: { wire: WIRE.fixed64, read: (cursor) => cursor.double() },
  string: { wire: WIRE.length, read: (cursor) => cursor.string() },
  strings: { wire: WIRE.length, read: (cursor) => cursor.string() },
  bytes: { wire: WIRE.length, read: (cursor) => cursor.bytes() },
};

const IS_LIST: { readonly [K in ScalarKind]: Scalars[K] extends readonly unknown[] ? true : false } = {
  int: false,
  float: false,
  string: false,
  bytes: false,
  ints: true,
  floats: true,
  doubles: true,
  strings: true,
};

function count(decoding: Decoding): void {
  if (++decoding.objects > MAX_OBJECTS)
    decoding.cursor.fail(`at most ${MAX_OBJECTS} messages and texts`, 'more');
}

function listOf(fields: Fields, name: string): unknown[] {
  const list = (fields[name] ?? []) as unknown[];
  fields[name] = list;
  return list;
}

interface Occurrence {
  readonly name: string;
  readonly kind: FieldKind;
  readonly wire: number;
}

function readField(decoding: Decoding, fields: Fields, { name, kind, wire }: Occurrence): void {
  const { cursor } = decoding;
  const isMessage = typeof kind === 'object';
  const expected = isMessage ? WIRE.length : ELEMENT[kind].wire;
  const isPacked = !isMessage && IS_LIST[kind] && wire === WIRE.length && expected !== WIRE.length;
  if (wire !== expected && !isPacked) cursor.fail(`wire type ${expected} for ${name}`, String(wire));
  if (isMessage) {
    const isOne = 'one' in kind;
    const message = cursor.within(() => readMessage(decoding, isOne ? kind.one : kind.many));
    if (isOne) fields[name] = message;
    else listOf(fields, name).push(message);
    return;
  }
  const { read } = ELEMENT[kind];
  if (isPacked) {
    const list = listOf(fields, name);
    cursor.within(() => {
      while (!cursor.isDone) list.push(read(cursor));
    });
  } else if (IS_LIST[kind]) {
    if (kind === 'strings') count(decoding);
    listOf(fields, name).push(read(cursor));
  } else fields[name] = read(cursor);
}

type ByNumber = ReadonlyMap<number, { readonly name: string; readonly kind: FieldKind }>;

const tables = new WeakMap<Schema, ByNumber>();

function fieldsByNumber(schema: Schema): ByNumber {
  const known = tables.get(schema);
  if (known) return known;
  const table = new Map(Object.entries(schema).map(([name, [field, kind]]) => [field, { name, kind }]));
  tables.set(schema, table);
  return table;
}

/** As deep as the schema and no deeper, whatever the file nests. */
function readMessage(decoding: Decoding, schema: Schema): Fields {
  count(decoding);
  const byNumber = fieldsByNumber(schema);
  const fields: Fields = {};
  while (!decoding.cursor.isDone) {
    const { field, wire } = decoding.cursor.tag();
    const known = byNumber.get(field);
    if (known) readField(decoding, fields, { ...known, wire });
    else decoding.cursor.skip(wire);
  }
  return fields;
}

/** Reads a whole message up to the cursor's end. Throws OnnxError. Bytes are views of the file's own. */
export const decode = <S extends Schema>(schema: S, cursor: Cursor): Message<S> =>
  readMessage({ cursor, objects: 0 }, schema) as Message<S>;
