// The list of engines. A new engine is one file in adapters/ and one entry here; its code is loaded when first used.
import type { DeviceId } from './devices.ts';
import type { Engine } from './engine.ts';

export const ENGINES: readonly Engine[] = [
  {
    id: 'simd',
    devices: ['simd', 'simd-threads'],
    open: async (device, environment) => (await import('./adapters/simd.ts')).open(device, environment),
  },
  {
    id: 'tfjs',
    devices: ['wasm', 'wasm-threads', 'webgpu', 'webgl', 'cpu'],
    open: async (device, environment) => (await import('./adapters/tfjs.ts')).open(device, environment),
  },
  {
    id: 'reference',
    devices: ['reference'],
    open: async () => (await import('./adapters/reference.ts')).open(),
  },
];

export function engineOf(device: DeviceId): Engine {
  const engine = ENGINES.find(({ devices }) => devices.includes(device));
  if (!engine) throw new Error(`no engine has a device called ${device}`);
  return engine;
}
