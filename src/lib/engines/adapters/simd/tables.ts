// Tables that kernels look things up in: offsets of positions, runs of windows, orders of channels. Equal tables are kept once.
import type { Steps } from './geometry.ts';

export interface Positions {
  readonly batch: number;
  readonly height: number;
  readonly width: number;
  readonly steps: Steps;
  readonly strideY: number;
  readonly strideX: number;
}

/** Gives out addresses before the memory is there: sizes are added up first, then everything is written at once. */
export class Tables {
  readonly #start: number;
  readonly #known = new Map<string, number>();
  readonly #content: {
    readonly at: number;
    readonly write: (words: Int32Array) => void;
    readonly size: number;
  }[] = [];
  #words = 0;

  /** @param start address of the first table; 0 while only the size is wanted */
  constructor(start: number) {
    this.#start = start;
  }

  get bytes(): number {
    return 4 * this.#words;
  }

  /** Offset in bytes of every position of every image. */
  positions(given: Positions): number {
    const { batch, height, width, steps, strideY, strideX } = given;
    const [across, down] = [steps.pixel * strideX, steps.row * strideY];
    return this.#add(
      [batch, height, width, across, down, steps.image].join(),
      batch * height * width,
      (words) => {
        let i = 0;
        for (let n = 0; n < batch; n++)
          for (let y = 0; y < height; y++)
            for (let x = 0, at = n * steps.image + y * down; x < width; x++, at += across) words[i++] = at;
      },
    );
  }

  words(values: readonly number[]): number {
    return this.#add(`=${values.join()}`, values.length, (words) => words.set(values));
  }

  /** Writes all of them into the memory. */
  write(buffer: ArrayBufferLike): void {
    for (const { at, write, size } of this.#content) write(new Int32Array(buffer, at, size));
  }

  #add(key: string, size: number, write: (words: Int32Array) => void): number {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const at = this.#start + this.bytes;
    this.#known.set(key, at);
    this.#content.push({ at, write, size });
    this.#words += size;
    return at;
  }
}
