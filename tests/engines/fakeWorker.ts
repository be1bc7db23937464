// A worker without a thread: the real server behind the client, messages cloned as a browser would.
import type { WorkerLike } from '../../src/lib/engines/client.ts';
import type { FromWorker, ToWorker } from '../../src/lib/engines/protocol.ts';
import type { EngineEnvironment } from '../../src/lib/engines/engine.ts';
import { Server } from '../../src/lib/engines/serve.ts';

/** The real one, also while a test stops the clock. */
const later = globalThis.setTimeout;

export interface FakeWorker extends WorkerLike {
  readonly received: ToWorker[];
  /** As if the thread had crashed. */
  readonly crash: (message: string) => void;
}

export function fakeWorker(environment: EngineEnvironment = {}): FakeWorker {
  let ended = false;
  const server = new Server({
    environment,
    send: (message, transfer) => {
      const data: FromWorker = structuredClone(message, { transfer });
      later(() => {
        if (!ended) worker.onmessage?.({ data } as MessageEvent<FromWorker>);
      });
    },
  });
  const worker: FakeWorker = {
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    received: [],
    postMessage: (message: ToWorker) => {
      worker.received.push(message);
      const data = structuredClone(message);
      later(() => {
        if (data.type !== 'begin') server.receive(data);
      });
    },
    terminate: () => (ended = true),
    crash: (message) => worker.onerror?.({ message } as ErrorEvent),
  };
  return worker;
}
