// Seeded random numbers. A stream belongs to a name, so that one tensor's values never depend on another tensor.
import { hash } from '../hash.ts';

/** Mixing function of MurmurHash3 (Appleby), 32 bits. */
function mix(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const STEP = 0x9e3779b9;

export interface Stream {
  readonly seed: number;
  readonly name: string;
}

/** `count` uniform numbers in (−1, 1): a counter, mixed. */
export function uniformValues({ seed, name }: Stream, count: number): Float32Array<ArrayBuffer> {
  const key = mix(hash(name) ^ mix(seed + STEP));
  const values = new Float32Array(count);
  for (let i = 0; i < count; i++) values[i] = (mix((key + Math.imul(i, STEP)) | 0) + 0.5) / 2 ** 31 - 1;
  return values;
}
