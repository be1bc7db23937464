// The kernels for one thread: carries out a program, which is a row of records.
import { RECORD } from './op';
import { perform } from './perform';

/** That piece of records [from, to) of the program at that address. */
export function run(program: usize, from: i32, to: i32, piece: i32, pieces: i32): void {
  for (let i = from; i < to; i++) perform(program + <usize>i * RECORD, piece, pieces);
}
