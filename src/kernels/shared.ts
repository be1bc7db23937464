// The kernels for several threads on one memory: each record is divided among them, one after the other.
import { Op, RECORD } from './op';
import { perform } from './perform';

/** Milliseconds. */
@external("env", "now")
declare function now(): f64;

// Words that threads share, at the start of the memory. Each has a cache line of its own.
const TURN: usize = 64;
const RECORD_NOW: usize = 128;
const DONE: usize = 192;
const ASLEEP: usize = 256;
/** A thread that waits looks so many times before it sleeps: some tens of microseconds. */
const LOOKS: i32 = 20000;

function isDone(threads: i32): bool {
  return atomic.load<i32>(DONE) >= threads - 1;
}

/** False if a thread has not finished its part by then. */
function waitForOthers(threads: i32, patienceMs: f64): bool {
  for (let looks = 0; looks < LOOKS; looks++) if (isDone(threads)) return true;
  const begin = now();
  while (!isDone(threads)) if (now() - begin > patienceMs) return false;
  return true;
}

/** Gives every thread its part, does the first, and waits for the others. */
function together(op: usize, threads: i32, patienceMs: f64): bool {
  const parts = min(changetype<Op>(op).parts, threads);
  if (parts < 2) {
    perform(op, 0, 1);
    return true;
  }
  store<usize>(RECORD_NOW, op);
  atomic.store<i32>(DONE, 0);
  atomic.add<i32>(TURN, 1);
  if (atomic.load<i32>(ASLEEP)) atomic.notify(TURN, -1);
  perform(op, 0, parts);
  return waitForOthers(threads, patienceMs);
}

/** Records [from, to) of the program at that address; false if a thread does not come back within that time. */
export function run(program: usize, from: i32, to: i32, threads: i32, patienceMs: f64): bool {
  for (let i = from; i < to; i++) if (!together(program + <usize>i * RECORD, threads, patienceMs)) return false;
  return true;
}

/** What a further thread does all its life, from turn `seen` on. */
export function serve(thread: i32, threads: i32, seen: i32): void {
  while (true) {
    for (let looks = 0; atomic.load<i32>(TURN) == seen; looks++)
      if (looks >= LOOKS) {
        atomic.add<i32>(ASLEEP, 1);
        atomic.wait<i32>(TURN, seen, -1);
        atomic.sub<i32>(ASLEEP, 1);
      }
    seen = atomic.load<i32>(TURN);
    const op = load<usize>(RECORD_NOW);
    const parts = min(changetype<Op>(op).parts, threads);
    if (thread < parts) perform(op, thread, parts);
    atomic.add<i32>(DONE, 1);
  }
}
