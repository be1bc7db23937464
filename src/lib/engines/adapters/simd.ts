// The engine of our own: fused kernels in WebAssembly with SIMD (src/kernels), on one thread or on several.
import type { DeviceId } from '../devices.ts';
import type { CompiledNetwork, EngineEnvironment, Runtime } from '../engine.ts';
import { startMachine } from './simd/start.ts';
import { compileNetwork } from './simd/network.ts';
import { recalibrate } from './simd/recalibrate.ts';

export async function open(device: DeviceId, environment: EngineEnvironment): Promise<Runtime> {
  const machine = await startMachine(device, environment);
  const { heap, threads, relaxed } = machine;
  const runtime = `LCNet Explorer, ${relaxed ? 'relaxed SIMD' : 'SIMD'}`;
  const alive = new Set<CompiledNetwork>();
  return {
    facts: { device, engine: 'simd', runtime, threads },
    compile: (source) => {
      const network = compileNetwork(machine, source);
      alive.add(network);
      return {
        ...network,
        dispose: () => {
          network.dispose();
          alive.delete(network);
        },
      };
    },
    recalibrate: (source, images) => recalibrate(machine, source, images),
    memory: () => ({ tensors: alive.size, bytes: heap.bytes }),
    close: machine.close,
  };
}
