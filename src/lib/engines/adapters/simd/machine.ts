// The machine: kernels with their memory and threads. Runs programs; one call carries out some of a program's records.
import type { DeviceId } from '../../devices.ts';
import type { Threads } from '../../engine.ts';
import { EngineError, unavailable } from '../../errors.ts';
import { Heap } from './heap.ts';
import { compileKernels, instantiate, type Variant } from './kernels.ts';
import { startTeam } from './threads.ts';

/** Words that threads share lie below. */
const HEAP_START = 4096;
/** Pages that a shared memory may grow to: it has to be said beforehand, and not every device grants 4 GB. */
const LIMITS = [65536, 32768, 16384] as const;
/** One record takes milliseconds; a thread that has not done its part by then has ended. */
const PATIENCE_MS = 10_000;

export interface Machine {
  readonly heap: Heap;
  readonly threads: number;
  /** Whether the kernels multiply and add in one instruction. */
  readonly relaxed: boolean;
  /** Records [from, to) of the program at that address. Throws EngineError `unavailable` if a thread is lost. */
  readonly run: (records: number, from: number, to: number) => void;
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
  /** How many there are to be, and how to start further ones; one if absent. */
  readonly threads?: { readonly count: number; readonly start: Threads['start'] };
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
  const close = threads && (await startTeam({ module, memory, threads: count }, threads.start, device));
  return {
    heap: new Heap({ memory, start: HEAP_START, device }),
    threads: count,
    relaxed,
    run: (records, from, to) => {
      if (kernels.run(records, from, to, count, patienceMs)) return;
      throw unavailable({ device, reason: { code: 'threadLost' } });
    },
    close: () => close?.(),
  };
}
