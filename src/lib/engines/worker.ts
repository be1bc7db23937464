// The inference worker: hands messages to the server and back.
import { hear, listenTo } from './bell.ts';
import { holdLifeline } from './lifeline.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { Server } from './serve.ts';
import type { ReadFile } from './trained/taskData.ts';

let site = self.location.href;

const readFile: ReadFile = async (file, onBytes) =>
  (await import('./trained/download.ts')).fileReader(site)(file, onBytes);

const server = new Server({
  send: (message, transfer) => self.postMessage(message, { transfer }),
  environment: {
    wasmFiles: async () => (await import('./adapters/tfjs/wasmFiles.ts')).wasmFiles,
    readFile,
  },
});

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'begin') {
    site = data.site;
    listenTo(data.bell);
  } else {
    hear();
    server.receive(data);
  }
};

self.onmessageerror = hear;

holdLifeline((lock) => self.postMessage({ type: 'alive', lock } satisfies FromWorker));
