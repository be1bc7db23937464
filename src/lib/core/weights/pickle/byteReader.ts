// Reads a pickle's bytes one after the other, and never past their end.
import { PickleError } from './pickleError.ts';

/** Longest line that is read: the names behind a GLOBAL. */
const MAX_LINE_BYTES = 200;

export class ByteReader {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #view: DataView;
  position = 0;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.#bytes.length;
  }

  /** Moves on. @returns where the bytes begin */
  #advance(length: number): number {
    const at = this.position;
    if (length > this.length - at)
      throw new PickleError(`${length} bytes announced, but the file ends at byte ${this.length}`, at);
    this.position += length;
    return at;
  }

  /** The bytes themselves, not a copy. */
  take(length: number): Uint8Array<ArrayBuffer> {
    const at = this.#advance(length);
    return this.#bytes.subarray(at, at + length);
  }

  uint8 = (): number => this.#view.getUint8(this.#advance(1));
  uint16 = (): number => this.#view.getUint16(this.#advance(2), true);
  uint32 = (): number => this.#view.getUint32(this.#advance(4), true);
  int32 = (): number => this.#view.getInt32(this.#advance(4), true);
  /** Exact below 2^53; no file is longer. */
  uint64 = (): number => Number(this.#view.getBigUint64(this.#advance(8), true));

  /** Text up to the next line feed. */
  line(): string {
    const at = this.position;
    const end = this.#bytes.subarray(at, at + MAX_LINE_BYTES).indexOf(0x0a);
    if (end < 0) throw new PickleError('a name and the end of its line expected', at);
    return new TextDecoder().decode(this.take(end + 1).subarray(0, end));
  }
}
