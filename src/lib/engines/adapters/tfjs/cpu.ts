// The tfjs backend in plain JavaScript: works everywhere, slowly.
import '@tensorflow/tfjs-backend-cpu';
import { version_core } from '@tensorflow/tfjs-core';
import { startBackend, type Backend } from './backend.ts';
import { poolWindow } from './kernels.ts';

export async function open(): Promise<Backend> {
  await startBackend('cpu');
  return {
    name: 'cpu',
    facts: { device: 'cpu', engine: 'tfjs', runtime: `TensorFlow.js ${version_core}`, threads: 1 },
    pool: poolWindow,
  };
}
