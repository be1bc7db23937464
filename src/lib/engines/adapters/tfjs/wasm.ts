// The tfjs backend in WebAssembly (XNNPACK), on one thread or on several.
import { getThreadsCount, setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { env, version_core } from '@tensorflow/tfjs-core';
import type { EngineEnvironment } from '../../engine.ts';
import { unavailable } from '../../errors.ts';
import { startBackend, type Backend } from './backend.ts';
import { poolWindow } from './kernels.ts';

/** The threaded build comes with a pool of eight. */
const MAX_THREADS = 8;

/** Half of the logical cores, as tfjs has it for processors with two threads per core, but not fewer than two. */
const threadsFor = (cores: number): number => Math.min(Math.max(Math.floor(cores / 2), 2), MAX_THREADS);

/**
 * Firefox, whose workers have been seen to stop for good, within a call that no clock can end, at every second start of the threaded runtime or so. Nothing
 * that could be asked of the browser beforehand tells that.
 */
const isGecko = (): boolean => / Gecko\/.* Firefox\//.test(navigator.userAgent);

async function threadsAvailable(): Promise<number> {
  const device = 'wasm-threads';
  if (!globalThis.crossOriginIsolated) throw unavailable({ device, reason: { code: 'notIsolated' } });
  if (isGecko()) throw unavailable({ device, reason: { code: 'deadlock' } });
  if (!(await env().getAsync('WASM_HAS_SIMD_SUPPORT')))
    throw unavailable({ device, reason: { code: 'noSimd' } });
  const cores = navigator.hardwareConcurrency;
  if (cores < 2) throw unavailable({ device, reason: { code: 'singleCore' } });
  return threadsFor(cores);
}

/** The runtime never starts more threads than half of the cores it sees: on two cores that would be one. */
async function startWithCores(cores: number): Promise<void> {
  Object.defineProperty(navigator, 'hardwareConcurrency', { configurable: true, value: cores });
  try {
    await startBackend('wasm');
  } finally {
    Reflect.deleteProperty(navigator, 'hardwareConcurrency');
  }
}

export async function open(
  device: 'wasm' | 'wasm-threads',
  { wasmFiles }: EngineEnvironment,
): Promise<Backend> {
  if (typeof WebAssembly === 'undefined') throw unavailable({ device, reason: { code: 'noWasm' } });
  const threads = device === 'wasm' ? 1 : await threadsAvailable();
  if (wasmFiles) {
    const files = await wasmFiles();
    setWasmPaths({
      'tfjs-backend-wasm.wasm': files.plain,
      'tfjs-backend-wasm-simd.wasm': files.simd,
      'tfjs-backend-wasm-threaded-simd.wasm': files.threadedSimd,
    });
  }
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', threads > 1);
  setThreadsCount(threads);
  await (threads > 1 ? startWithCores(2 * threads) : startBackend('wasm'));
  return {
    name: 'wasm',
    facts: {
      device,
      engine: 'tfjs',
      runtime: `TensorFlow.js ${version_core}`,
      threads: threads > 1 ? getThreadsCount() : 1,
    },
    pool: poolWindow,
  };
}
