// The engine of our own: fused kernels in WebAssembly with SIMD (src/kernels), on one thread or on several.
import type { DeviceId } from '../devices.ts';
import type { EngineEnvironment, Runtime } from '../engine.ts';
import { startMachine } from './simd/machine.ts';
import { compileNetwork } from './simd/network.ts';
import { recalibrate } from './simd/recalibrate.ts';

export async function open(device: DeviceId, environment: EngineEnvironment): Promise<Runtime> {
  const machine = await startMachine(device, environment);
  const { heap, threads, relaxed } = machine;
  const runtime = `LCNet kernels (${relaxed ? 'relaxed SIMD' : 'SIMD'})`;
  return {
    facts: { device, engine: 'simd', runtime, threads },
    compile: (source) => compileNetwork(machine, source),
    recalibrate: (source, images) => recalibrate(machine, source, images),
    memory: () => ({ tensors: heap.blocks, bytes: heap.bytes }),
    close: machine.close,
  };
}
