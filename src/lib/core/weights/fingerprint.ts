// Which weights they are: eight digits that differ where a single value does.
import type { NamedTensors } from './tensors.ts';

/** FNV-1a (Fowler, Noll and Vo) over the bits of all values, in the order of their names; 32 bits in hexadecimal. */
export function fingerprint(weights: NamedTensors): string {
  let h = 0x811c9dc5;
  for (const [, { data }] of [...weights].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const bits = new Uint32Array(data.buffer, data.byteOffset, data.length);
    for (let i = 0; i < bits.length; i++) h = Math.imul(h ^ (bits[i] as number), 0x01000193);
  }
  return (h >>> 0).toString(16).padStart(8, '0');
}
