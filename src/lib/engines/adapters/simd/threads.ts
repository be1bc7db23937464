// Threads: workers on the memory of the kernels. Needs a cross-origin isolated page.
import { unavailable } from '../../errors.ts';
import type { DeviceId } from '../../devices.ts';
import type { ThreadStart } from './thread.ts';

const MAX_THREADS = 8;

/** Half of the logical cores, because two of them often share one arithmetic unit, but not fewer than two. */
const threadsFor = (cores: number): number => Math.min(Math.max(Math.floor(cores / 2), 2), MAX_THREADS);

/** How many threads to use. Throws EngineError `unavailable` where there can be but one. */
export function countThreads(device: DeviceId): number {
  if (!globalThis.crossOriginIsolated) throw unavailable({ device, reason: { code: 'notIsolated' } });
  if (navigator.hardwareConcurrency < 2) throw unavailable({ device, reason: { code: 'singleCore' } });
  return threadsFor(navigator.hardwareConcurrency);
}

export interface Team {
  readonly end: () => void;
}

/** Starts all threads but the caller's, and waits until each is ready. */
export async function startTeam(start: Omit<ThreadStart, 'thread'>, device: DeviceId): Promise<Team> {
  const workers = Array.from(
    { length: start.threads - 1 },
    (_, i) =>
      new Worker(new URL('./thread.ts', import.meta.url), { type: 'module', name: `kernels ${i + 1}` }),
  );
  const end = () => {
    for (const worker of workers) worker.terminate();
  };
  const ready = workers.map(
    (worker, i) =>
      new Promise<void>((resolve, reject) => {
        worker.onmessage = () => resolve();
        worker.onerror = ({ message }) => {
          reject(
            unavailable({ device, reason: { code: 'failed', message: message || 'a thread did not start' } }),
          );
        };
        worker.postMessage({ ...start, thread: i + 1 } satisfies ThreadStart);
      }),
  );
  try {
    await Promise.all(ready);
    return { end };
  } catch (error) {
    end();
    throw error;
  }
}
