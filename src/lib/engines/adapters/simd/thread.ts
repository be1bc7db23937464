// A further thread: takes its part of every record until it is ended. It never returns to its event loop.
import { instantiate } from './kernels.ts';

export interface ThreadStart {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  /** Which it is, of how many; 0 is the one that gives out the work. */
  readonly thread: number;
  readonly threads: number;
}

self.onmessage = async ({ data }: MessageEvent<ThreadStart>) => {
  const { serve } = await instantiate(data.module, data.memory);
  self.postMessage('ready');
  serve?.(data.thread, data.threads, 0);
};
