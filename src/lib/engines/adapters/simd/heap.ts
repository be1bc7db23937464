// The heap: blocks of a WebAssembly memory, given out and taken back.
import { EngineError } from '../../errors.ts';
import type { DeviceId } from '../../devices.ts';

const PAGE = 65536;
const ALIGNMENT = 64;

interface Block {
  readonly start: number;
  readonly bytes: number;
}

export class Heap {
  readonly memory: WebAssembly.Memory;
  readonly #device: DeviceId;
  /** Sorted by start; neighbours are merged. */
  #free: Block[] = [];
  #end: number;
  readonly #used = new Map<number, number>();

  /** @param start first byte that the heap may use */
  constructor({ memory, start, device }: { memory: WebAssembly.Memory; start: number; device: DeviceId }) {
    this.memory = memory;
    this.#device = device;
    this.#end = ALIGNMENT * Math.ceil(start / ALIGNMENT);
  }

  get blocks(): number {
    return this.#used.size;
  }

  get bytes(): number {
    return [...this.#used.values()].reduce((sum, bytes) => sum + bytes, 0);
  }

  /** Address of a block whose content is not defined. Throws EngineError `outOfMemory`. */
  allocate(wanted: number): number {
    const bytes = ALIGNMENT * Math.ceil(Math.max(wanted, 1) / ALIGNMENT);
    const fitting = this.#free.filter((block) => block.bytes >= bytes);
    const best = fitting.reduce<Block | undefined>((a, b) => (a && a.bytes <= b.bytes ? a : b), undefined);
    const start = best ? best.start : this.#extend(bytes);
    if (best) {
      this.#free = this.#free.filter((block) => block !== best);
      if (best.bytes > bytes) this.#giveBack({ start: start + bytes, bytes: best.bytes - bytes });
    }
    this.#used.set(start, bytes);
    return start;
  }

  release(start: number): void {
    const bytes = this.#used.get(start);
    if (bytes === undefined) return;
    this.#used.delete(start);
    this.#giveBack({ start, bytes });
  }

  /** Valid until the next block is allocated: memory that grows moves. */
  floats(start: number, count: number): Float32Array<ArrayBuffer> {
    return new Float32Array(this.memory.buffer, start, count);
  }

  words(start: number, count: number): Int32Array<ArrayBuffer> {
    return new Int32Array(this.memory.buffer, start, count);
  }

  #extend(bytes: number): number {
    const start = this.#end;
    const missing = start + bytes - this.memory.buffer.byteLength;
    if (missing > 0)
      try {
        this.memory.grow(Math.ceil(missing / PAGE));
      } catch (error) {
        throw new EngineError('outOfMemory', `${this.#device}: ${String(error)}`, { device: this.#device });
      }
    this.#end += bytes;
    return start;
  }

  #giveBack(block: Block): void {
    const merged: Block[] = [];
    for (const next of [...this.#free, block].sort((a, b) => a.start - b.start)) {
      const last = merged.at(-1);
      if (last && last.start + last.bytes === next.start)
        merged[merged.length - 1] = { start: last.start, bytes: last.bytes + next.bytes };
      else merged.push(next);
    }
    const last = merged.at(-1);
    if (last && last.start + last.bytes === this.#end) {
      this.#end = last.start;
      merged.pop();
    }
    this.#free = merged;
  }
}
