// The machine: kernels with their memory and threads. Runs programs; one call carries out some of a program's records.
import type { DeviceId } from '../../devices.ts';
import { EngineError, unavailable } from '../../errors.ts';
import { Heap } from './heap.ts';
import { compileKernels, instantiate, type Variant } from './kernels.ts';
import { startTeam, type Team } from './threads.ts';

/** Words that threads share lie below. */
const HEAP_START = 4096;
/** Pages that a shared memory may grow to: it has to be said beforehand, and not every device grants 4 GB. */
const LIMITS = [65536, 32768, 16384] as const;
/** A part of a record takes less than milliseconds; a thread that has not done it by then has ended. */
const PATIENCE_MS = 10_000;
/** Threads are asked whether they are there no more often than this. */
const CALL_MS = 100;

export interface Machine {
  readonly heap: Heap;
  readonly threads: number;
  /** Whether the kernels multiply and add in one instruction. */
  readonly relaxed: boolean;
  /**
   * Records [from, to) of the program at that address. Throws EngineError `unavailable` if a thread is lost.
   * A long record may be run piece by piece, with other things in between: all of its pieces come before the next record.
   */
  readonly run: (records: number, from: number, to: number, piece?: number, pieces?: number) => void;
  /** To be called a little before `run`: wakes threads that sleep. */
  readonly rouse: () => void;
  /** To be called now and then: throws the same if a thread is lost that had nothing to do. */
  readonly check: () => void;
  readonly close: () => void;
}

function sharedMemory(device: DeviceId): WebAssembly.Memory {
  for (const maximum of LIMITS)
    try {
      return new WebAssembly.Memory({ initial: 1, maximum, shared: true });
    } catch {
      // the next smaller one
    }
  throw new EngineError('outOfMemory', `${device}: no shared memory`, { device });
}

interface Build {
  readonly device: DeviceId;
  readonly relaxed: boolean;
  /** One thread if absent. */
  readonly threads?: Team;
  readonly patienceMs?: number;
}

/** Starts that build of the kernels on so many threads. */
export async function assemble({
  device,
  relaxed,
  threads,
  patienceMs = PATIENCE_MS,
}: Build): Promise<Machine> {
  const count = threads?.count ?? 1;
  const memory = threads ? sharedMemory(device) : new WebAssembly.Memory({ initial: 1 });
  const variant: Variant = `${threads ? 'shared' : 'single'}${relaxed ? 'Relaxed' : ''}`;
  const module = await compileKernels(variant);
  const kernels = await instantiate(module, memory);
  const close = threads && (await startTeam({ module, memory }, threads, device));
  const lost = () => unavailable({ device, reason: { code: 'threadLost' } });
  let called = -Infinity;
  return {
    heap: new Heap({ memory, start: HEAP_START, device }),
    threads: count,
    relaxed,
    run: (records, from, to, piece = 0, pieces = 1) => {
      if (kernels.run(records, from, to, piece, pieces, count, patienceMs)) return;
      throw lost();
    },
    rouse: () => kernels.rouse?.(),
    check: () => {
      const now = performance.now();
      if (now - called < CALL_MS) return;
      called = now;
      if (!kernels.allAnswer(count, patienceMs)) throw lost();
    },
    close: () => close?.(),
  };
}
