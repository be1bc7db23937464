// Further threads of the SIMD kernels in Node.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Threads, ThreadStart } from '../lib/engines/engine.ts';

/** As text: a file would need whatever compiles TypeScript here. It never returns to its event loop. */
const CODE = `
const { parentPort, workerData } = require('node:worker_threads');
const { module, memory, thread } = workerData;
WebAssembly.instantiate(module, { env: { memory, now: () => performance.now() } }).then(({ exports }) => {
  parentPort.postMessage('ready');
  exports.serve(thread);
});
`;

function start(given: ThreadStart): Promise<() => void> {
  const worker = new Worker(CODE, { eval: true, workerData: given });
  worker.unref();
  return new Promise((resolve, reject) => {
    worker.once('message', () => {
      resolve(() => void worker.terminate());
    });
    worker.once('error', reject);
  });
}

export const nodeThreads: Threads = { cores: availableParallelism(), start };
