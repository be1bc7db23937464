// Taking turns: lets waiting messages in between two steps of long work, and stops the work when it is no longer wanted.
import { isRinging } from './bell.ts';
import { cancelled } from './errors.ts';

/** Work yields once it has held the thread for this long, or when the bell rings. */
const SLICE_MS = 40;

/** Resolves after everything that already waits in the event queue. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (!signal?.aborted) return;
  throw signal.reason instanceof Error && signal.reason.name === 'EngineError' ? signal.reason : cancelled();
}

/** To be called between steps: undefined as long as the thread may be kept. */
export function turnTaker(signal: AbortSignal | undefined): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < SLICE_MS && !isRinging()) return undefined;
    return nextTurn().then(() => {
      throwIfAborted(signal);
      since = performance.now();
    });
  };
}
