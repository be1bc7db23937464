// What every instruction of a program begins with. Records have 128 bytes; lib/engines/adapters/simd/records.ts writes them.

/** Bytes of one record. */
export const RECORD: usize = 128;

@unmanaged
export class Op {
  opcode: i32;
  /** Into how many the work may be cut, for threads to share. */
  parts: i32;
  activation: i32;
  /** Of PReLU: one slope per output channel. */
  slopes: usize;
  /** Bounds of a clamp, or the slope of hard-sigmoid. */
  low: f32;
  high: f32;
}

/** Where part `part` of `parts` begins, if `count` things go to each in runs of `unit`. */
export function partStart(count: i32, unit: i32, part: i32, parts: i32): i32 {
  const units = (count + unit - 1) / unit;
  return min(count, (units * part / parts) * unit);
}
