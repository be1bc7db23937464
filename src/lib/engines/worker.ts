// The inference worker: hands messages to the server and back.
import { holdLifeline } from './lifeline.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { Server } from './serve.ts';

const server = new Server({
  send: (message, transfer) => self.postMessage(message, { transfer }),
  environment: { wasmFiles: async () => (await import('./adapters/tfjs/wasmFiles.ts')).wasmFiles },
});

self.onmessage = ({ data }: MessageEvent<ToWorker>) => server.receive(data);

holdLifeline((lock) => self.postMessage({ type: 'alive', lock } satisfies FromWorker));
