// Taking turns: lets waiting messages in between two steps of long work, and stops the work when it is no longer wanted.
import { cancelled } from './errors.ts';

/** Work yields once it has held the thread for this long: a network of common size runs through one image without. */
const SLICE_MS = 40;
/** With many images it yields more often: whoever turns a knob meanwhile gets the cores for the next picture of the page. */
const BATCH_SLICE_MS = 8;

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

/** To be called between steps: undefined as long as the thread may be kept. @param images how many go through the network */
export function turnTaker(signal: AbortSignal | undefined, images = 1): () => Promise<void> | undefined {
  const sliceMs = images > 1 ? BATCH_SLICE_MS : SLICE_MS;
  let since = performance.now();
  return () => {
    if (performance.now() - since < sliceMs) return undefined;
    return nextTurn().then(() => {
      throwIfAborted(signal);
      since = performance.now();
    });
  };
}
