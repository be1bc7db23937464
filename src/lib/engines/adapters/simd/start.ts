// Starting a machine: what this browser can, the faster build of the kernels, and code that is warm.
import type { DeviceId } from '../../devices.ts';
import type { EngineEnvironment } from '../../engine.ts';
import { unavailable } from '../../errors.ts';
import { isRelaxedFaster } from './fastest.ts';
import { isSupported } from './kernels.ts';
import { assemble, type Machine } from './machine.ts';
import { compileNetwork } from './network.ts';
import { threadsOf } from './threads.ts';
import { settle, warmNetwork } from './warm.ts';

const SETTLE_MS = 100;

/** Throws EngineError `unavailable`, with the reason. */
export async function startMachine(device: DeviceId, environment: EngineEnvironment): Promise<Machine> {
  if (typeof WebAssembly === 'undefined') throw unavailable({ device, reason: { code: 'noWasm' } });
  if (!isSupported('single')) throw unavailable({ device, reason: { code: 'noSimd' } });
  const threads = device === 'simd-threads' ? { threads: threadsOf(device, environment) } : {};
  const machine = await assemble({ device, relaxed: await isRelaxedFaster(), ...threads });
  const network = compileNetwork(machine, warmNetwork());
  await settle([network], SETTLE_MS);
  network.dispose();
  return machine;
}
