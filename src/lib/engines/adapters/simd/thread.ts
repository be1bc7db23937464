// A further thread in a browser: takes its part of every record until it is ended. It never returns to its event loop.
import type { ThreadStart } from '../../engine.ts';
import { instantiate } from './kernels.ts';

self.onmessage = async ({ data }: MessageEvent<ThreadStart>) => {
  const { serve } = await instantiate(data.module, data.memory);
  self.postMessage('ready');
  serve?.(data.thread);
};
