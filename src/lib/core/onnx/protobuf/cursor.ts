// Reads protobuf's elementary values out of bytes, and never past their end. No length is believed before the bytes are there.
import { OnnxError } from '../onnxError.ts';
import { WIRE } from './schema.ts';

/** A varint of 64 bits takes at most ten bytes. */
const MAX_VARINT_BYTES = 10;

const UTF8 = new TextDecoder('utf-8', { fatal: true });

export class Cursor {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #view: DataView;
  #at = 0;
  #end: number;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#end = bytes.length;
  }

  get at(): number {
    return this.#at;
  }

  get isDone(): boolean {
    return this.#at >= this.#end;
  }

  #require(count: number): number {
    const left = this.#end - this.#at;
    if (count > left) this.fail(`${count} more bytes`, `${left} before the end of what holds them`);
    const at = this.#at;
    this.#at += count;
    return at;
  }

  fail(expected: string, found: string): never {
    throw new OnnxError({ where: `byte ${this.#at}`, expected, found });
  }

  /** Two's complement of 64 bits, as a double: exact up to ±2⁵³. */
  varint(): number {
    let [low, high] = [0, 0];
    for (let i = 0; i < MAX_VARINT_BYTES; i++) {
      const byte = this.#bytes[this.#require(1)] as number;
      const part = byte & 0x7f;
      if (i === MAX_VARINT_BYTES - 1 && byte > 1) break;
      // 28 bits in `low`, the rest in `high`: no product below leaves the safe integers
      if (i < 4) low += part * 2 ** (7 * i);
      else high += part * 2 ** (7 * (i - 4));
      if (byte < 0x80) {
        const isNegative = i === MAX_VARINT_BYTES - 1 && part === 1;
        return isNegative ? (high - 2 ** 36) * 2 ** 28 + low : high * 2 ** 28 + low;
      }
    }
    return this.fail('an integer of at most 64 bits', 'a longer one');
  }

  tag(): { readonly field: number; readonly wire: number } {
    const tag = this.varint();
    const [field, wire] = [Math.floor(tag / 8), tag % 8];
    if (field < 1 || field >= 2 ** 29) this.fail('a field number from 1 to 2^29', String(field));
    return { field, wire };
  }

  float(): number {
    return this.#view.getFloat32(this.#require(4), true);
  }

  double(): number {
    return this.#view.getFloat64(this.#require(8), true);
  }

  /** A view of the file's own bytes, not a copy. */
  bytes(): Uint8Array<ArrayBuffer> {
    const length = this.varint();
    const at = this.#require(length < 0 ? Infinity : length);
    return this.#bytes.subarray(at, at + length);
  }

  string(): string {
    const at = this.#at;
    const bytes = this.bytes();
    try {
      return UTF8.decode(bytes);
    } catch {
      throw new OnnxError({ where: `byte ${at}`, expected: 'text in UTF-8', found: 'other bytes' });
    }
  }

  /** Reads something with a length in front: `read` sees its bytes only, and must use all of them. */
  within<T>(read: () => T): T {
    const length = this.varint();
    const outer = this.#end;
    this.#end = this.#require(length < 0 ? Infinity : length) + length;
    this.#at = this.#end - length;
    const result = read();
    this.#end = outer;
    return result;
  }

  skip(wire: number): void {
    if (wire === WIRE.varint) this.varint();
    else if (wire === WIRE.fixed64) this.#require(8);
    else if (wire === WIRE.length) this.bytes();
    else if (wire === WIRE.fixed32) this.#require(4);
    else this.fail('a wire type of 0, 1, 2 or 5', String(wire));
  }
}
