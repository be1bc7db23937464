// Seeded random numbers. A stream belongs to a name, so that one tensor's values never depend on another tensor.

/** FNV-1a (Fowler, Noll and Vo), 32 bits. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

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
