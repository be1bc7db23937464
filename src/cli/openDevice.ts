// The devices that run networks without a browser.
import type { Runtime } from '../lib/engines/engine.ts';

export const NODE_DEVICES = ['simd', 'wasm', 'cpu', 'reference'] as const;

export async function openDevice(device: (typeof NODE_DEVICES)[number]): Promise<Runtime> {
  if (device === 'reference') return (await import('../lib/engines/adapters/reference.ts')).open();
  if (device === 'simd') return (await import('../lib/engines/adapters/simd.ts')).open(device);
  return (await import('../lib/engines/adapters/tfjs.ts')).open(device, {});
}
