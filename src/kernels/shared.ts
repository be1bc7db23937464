// The kernels for several threads on one memory: each record is cut into parts, and every thread takes parts until none is left.
import { Op, RECORD } from './op';
import { perform } from './perform';

/** Milliseconds. */
@external("env", "now")
declare function now(): f64;

// Words that threads share, at the start of the memory. What is written by different threads has cache lines of its own.
/** Parts that nobody has taken: [first, end) in 16 bits each; in the upper 32 bits the turn, one for each record. */
const TICKET: usize = 64;
const TURN: usize = TICKET + 4;
// beside the ticket, whose line is fetched anyway
const RECORD_NOW: usize = 72;
const PARTS: usize = 76;
/** Parts that other threads have done. */
const DONE: usize = 128;
const ASLEEP: usize = 192;
/** For each thread a line with the last turn it has seen the end of. */
const SEEN: usize = 1024;
const LINE: usize = 64;
/** A thread that waits looks so many times before it sleeps: some tens of microseconds. */
const LOOKS: i32 = 20000;
/** Of each record: fewer, and threads wait for the last one; more, and taking them costs. */
const PARTS_PER_THREAD: i32 = 4;

/** Takes the first part that is left, or the last one; −1 if there is none. Neighbours stay with one thread, and with its cache. */
function take(fromFront: bool): i32 {
  while (true) {
    const ticket = atomic.load<u64>(TICKET);
    const end = <i32>(ticket & 0xffff);
    const first = <i32>(ticket >> 16 & 0xffff);
    if (first >= end) return -1;
    const after = fromFront ? ticket + 0x10000 : ticket - 1;
    if (atomic.cmpxchg<u64>(TICKET, ticket, after) == ticket) return fromFront ? first : end - 1;
  }
}

/** Does parts until none is left, and returns how many. As long as one of its parts is not done, a record does not change. */
function work(fromFront: bool): i32 {
  let count = 0;
  for (let part = take(fromFront); part >= 0; part = take(fromFront)) {
    perform(load<usize>(RECORD_NOW), part, load<i32>(PARTS));
    count++;
  }
  return count;
}

/** Whether a word reaches that number within that time. */
function reaches(word: usize, wanted: i32, patienceMs: f64): bool {
  for (let looks = 0; looks < LOOKS; looks++) if (atomic.load<i32>(word) == wanted) return true;
  const begin = now();
  while (atomic.load<i32>(word) != wanted) if (now() - begin > patienceMs) return false;
  return true;
}

/** Offers parts [first, end) of a record to every thread. */
function offer(op: usize, first: i32, end: i32, parts: i32): void {
  store<usize>(RECORD_NOW, op);
  store<i32>(PARTS, parts);
  atomic.store<i32>(DONE, 0);
  const turn = <u64>(atomic.load<i32>(TURN) + 1);
  atomic.store<u64>(TICKET, turn << 32 | <u64><u32>(first << 16 | end));
  if (atomic.load<i32>(ASLEEP)) atomic.notify(TURN, -1);
}

function together(op: usize, threads: i32, patienceMs: f64, piece: i32, pieces: i32): bool {
  const parts = min(changetype<Op>(op).parts, threads * PARTS_PER_THREAD * pieces);
  const first = parts * piece / pieces;
  const count = parts * (piece + 1) / pieces - first;
  if (count < 2) {
    if (count) perform(op, first, parts);
    return true;
  }
  offer(op, first, first + count, parts);
  return reaches(DONE, count - work(true), patienceMs);
}

/** That piece of records [from, to) of the program at that address; false if a part that was taken is not done within that time. */
export function run(program: usize, from: i32, to: i32, piece: i32, pieces: i32, threads: i32, patienceMs: f64): bool {
  for (let i = from; i < to; i++)
    if (!together(program + <usize>i * RECORD, threads, patienceMs, piece, pieces)) return false;
  return true;
}

/** Threads that sleep take tens of microseconds to be there: to be called a little before there is work. */
export function rouse(): void {
  offer(0, 0, 0, 0);
}

/** Whether every thread answers within that time. What one leaves undone the others do: nobody would miss it otherwise. */
export function allAnswer(threads: i32, patienceMs: f64): bool {
  offer(0, 0, 0, 0);
  const turn = atomic.load<i32>(TURN);
  for (let thread = 1; thread < threads; thread++)
    if (!reaches(SEEN + <usize>thread * LINE, turn, patienceMs)) return false;
  return true;
}

/** What a further thread does all its life. */
export function serve(thread: i32): void {
  let seen = 0;
  while (true) {
    for (let looks = 0; atomic.load<i32>(TURN) == seen; looks++)
      if (looks >= LOOKS) {
        atomic.add<i32>(ASLEEP, 1);
        atomic.wait<i32>(TURN, seen, -1);
        atomic.sub<i32>(ASLEEP, 1);
      }
    seen = atomic.load<i32>(TURN);
    const count = work(false);
    if (count) atomic.add<i32>(DONE, count);
    atomic.store<i32>(SEEN + <usize>thread * LINE, seen);
  }
}
