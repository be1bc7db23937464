// Threads: workers on the memory of the kernels. In a browser they need a cross-origin isolated page.
import type { DeviceId } from '../../devices.ts';
import type { EngineEnvironment, Threads, ThreadStart } from '../../engine.ts';
import { asEngineError, unavailable } from '../../errors.ts';

const MAX_THREADS = 8;
/** A thread that has not said by then that it is ready never will. */
const START_MS = 10_000;

/** Half of the logical cores, because two of them often share one arithmetic unit, but not fewer than two. */
const threadsFor = (cores: number): number => Math.min(Math.max(Math.floor(cores / 2), 2), MAX_THREADS);

/** Resolves when the thread is ready, with how to end it. */
function startWorker(start: ThreadStart): Promise<() => void> {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), { type: 'module', name: `kernels ${start.thread}` }); // prettier-ignore
  return new Promise((resolve, reject) => {
    const fail = (message: string) => {
      clearTimeout(late);
      worker.terminate();
      reject(new Error(message || 'a thread did not start'));
    };
    const late = setTimeout(fail, START_MS, '');
    worker.onmessage = () => {
      clearTimeout(late);
      resolve(() => {
        worker.terminate();
      });
    };
    worker.onerror = ({ message }) => fail(message);
    worker.postMessage(start);
  });
}

/** What a browser has. Throws EngineError `unavailable` where pages get no shared memory. */
function browserThreads(device: DeviceId): Threads {
  if (!globalThis.crossOriginIsolated) throw unavailable({ device, reason: { code: 'notIsolated' } });
  return { cores: navigator.hardwareConcurrency, start: startWorker };
}

/** How many threads to use, and how to start them. Throws EngineError `unavailable` where there can be but one. */
export function threadsOf(device: DeviceId, { threads = browserThreads(device) }: EngineEnvironment): Team {
  if (threads.cores < 2) throw unavailable({ device, reason: { code: 'singleCore' } });
  return { count: threadsFor(threads.cores), start: threads.start };
}

export interface Team {
  /** With the caller. */
  readonly count: number;
  /** How further ones are started. */
  readonly start: Threads['start'];
}

/** Starts all threads but the caller's. Resolves when each is ready, with how to end them all. */
export async function startTeam(
  common: Omit<ThreadStart, 'thread'>,
  { count, start }: Team,
  device: DeviceId,
): Promise<() => void> {
  const others = Array.from({ length: count - 1 }, (_, i) => start({ ...common, thread: i + 1 }));
  const outcomes = await Promise.allSettled(others);
  const end = () => {
    for (const outcome of outcomes) if (outcome.status === 'fulfilled') outcome.value();
  };
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (!failed) return end;
  end();
  throw unavailable({ device, reason: { code: 'failed', message: asEngineError(failed.reason).message } });
}
