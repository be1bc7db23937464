// The devices that run networks without a browser.
import type { Runtime } from '../lib/engines/engine.ts';
import { nodeThreads } from './nodeThreads.ts';

export const NODE_DEVICES = ['simd', 'simd-threads', 'wasm', 'cpu', 'reference'] as const;

export async function openDevice(device: (typeof NODE_DEVICES)[number]): Promise<Runtime> {
  if (device === 'reference') return (await import('../lib/engines/adapters/reference.ts')).open();
  if (device === 'simd' || device === 'simd-threads')
    return (await import('../lib/engines/adapters/simd.ts')).open(device, { threads: nodeThreads });
  return (await import('../lib/engines/adapters/tfjs.ts')).open(device, {});
}
