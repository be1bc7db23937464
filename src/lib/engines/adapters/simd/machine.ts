// The machine: kernels with their memory and threads. Runs programs; one call carries out some of a program's records.
import type { DeviceId } from '../../devices.ts';
import { EngineError, unavailable } from '../../errors.ts';
import { isRelaxedFaster } from './fastest.ts';
import { Heap } from './heap.ts';
import { compileKernels, instantiate, isSupported } from './kernels.ts';
import { countThreads, startTeam } from './threads.ts';

/** Words that threads share lie below. */
const HEAP_START = 4096;
/** Pages that a shared memory may grow to: it has to be said beforehand, and not every device grants 4 GB. */
const LIMITS = [65536, 32768, 16384] as const;

export interface Machine {
  readonly heap: Heap;
  readonly threads: number;
  /** Whether the kernels multiply and add in one instruction. */
  readonly relaxed: boolean;
  /** Records [from, to) of the program at that address. Throws EngineError if a thread is lost. */
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

export async function startMachine(device: DeviceId): Promise<Machine> {
  if (typeof WebAssembly === 'undefined') throw unavailable({ device, reason: { code: 'noWasm' } });
  if (!isSupported('single')) throw unavailable({ device, reason: { code: 'noSimd' } });
  const threads = device === 'simd-threads' ? countThreads(device) : 1;
  const relaxed = await isRelaxedFaster();
  const build = threads > 1 ? (relaxed ? 'sharedRelaxed' : 'shared') : relaxed ? 'singleRelaxed' : 'single';
  const memory = threads > 1 ? sharedMemory(device) : new WebAssembly.Memory({ initial: 1 });
  const module = await compileKernels(build);
  const kernels = await instantiate(module, memory);
  const team = threads > 1 ? await startTeam({ module, memory, threads }, device) : undefined;
  return {
    heap: new Heap({ memory, start: HEAP_START, device }),
    threads,
    relaxed,
    run: (records, from, to) => {
      if (!kernels.run(records, from, to, threads))
        throw unavailable({ device, reason: { code: 'threadLost' } });
    },
    close: () => team?.end(),
  };
}
