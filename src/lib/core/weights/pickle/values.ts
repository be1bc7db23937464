// The values that a pickle of arrays is made of. Nothing else can come out of one here.

/** Text as it stands in the file; decoded when it is asked for. Bytes may come in this form, too, and be long. */
export class Text {
  readonly kind = 'text';
  readonly utf8: Uint8Array<ArrayBuffer>;
  #value: string | undefined;

  constructor(utf8: Uint8Array<ArrayBuffer>) {
    this.utf8 = utf8;
  }

  get value(): string {
    return (this.#value ??= new TextDecoder().decode(this.utf8));
  }
}

export interface Bytes {
  readonly kind: 'bytes';
  readonly data: Uint8Array<ArrayBuffer>;
}

export interface List {
  readonly kind: 'list';
  readonly items: Value[];
}

export interface Tuple {
  readonly kind: 'tuple';
  readonly items: readonly Value[];
}

export interface Dict {
  readonly kind: 'dict';
  readonly entries: Map<string, Value>;
}

/** What Python would import; here a name that numpy.ts knows or refuses. */
export interface Global {
  readonly kind: 'global';
  readonly name: string;
}

/** A type of numbers, such as `f4`; its order of bytes comes with BUILD. */
export interface ArrayType {
  readonly kind: 'dtype';
  readonly code: string;
  order: string;
}

/** Empty until BUILD fills it. */
export interface ArrayValue {
  readonly kind: 'array';
  content?: {
    readonly shape: readonly number[];
    readonly type: ArrayType;
    readonly data: Uint8Array<ArrayBuffer>;
  };
}

type Compound = Text | Bytes | List | Tuple | Dict | Global | ArrayType | ArrayValue;
export type Value = null | boolean | number | Compound;
export type Kind = Compound['kind'];

const isCompound = (value: Value): value is Compound => typeof value === 'object' && value !== null;

export const isA = <K extends Kind>(
  value: Value | undefined,
  kind: K,
): value is Extract<Compound, { kind: K }> => value !== undefined && isCompound(value) && value.kind === kind;

/** In words, for messages. */
export const nameOf = (value: Value | undefined): string =>
  value === undefined ? 'nothing' : isCompound(value) ? value.kind : String(value);
