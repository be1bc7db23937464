// What a protobuf message consists of: a table of fields from which reading, writing and the TypeScript type follow.

/** What a field holds. `int` is any of protobuf's plain (not zigzag) integers; beyond 2⁵³ it is rounded. */
export interface Scalars {
  int: number;
  float: number;
  string: string;
  bytes: Uint8Array<ArrayBuffer>;
  ints: readonly number[];
  floats: readonly number[];
  doubles: readonly number[];
  strings: readonly string[];
}
export type ScalarKind = keyof Scalars;

export type FieldKind = ScalarKind | { readonly one: Schema } | { readonly many: Schema };

/** Fields by name. The number identifies the field in the file. */
export interface Schema {
  readonly [field: string]: readonly [number: number, kind: FieldKind];
}

type FieldValue<K> = K extends ScalarKind
  ? Scalars[K]
  : K extends { readonly one: infer S extends Schema }
    ? Message<S>
    : K extends { readonly many: infer S extends Schema }
      ? readonly Message<S>[]
      : never;

/** Every field may be absent, as in protobuf. */
export type Message<S extends Schema> = { readonly [F in keyof S]?: FieldValue<S[F][1]> };

/** How a value is laid out after its tag. Groups (3 and 4) are long out of use. */
export const WIRE = { varint: 0, fixed64: 1, length: 2, fixed32: 5 } as const;
