// Which build of the kernels is faster here: relaxed SIMD multiplies and adds at once on some processors, and gains nothing on others.
import { isSupported } from './kernels.ts';
import { assemble } from './machine.ts';
import { compileNetwork } from './network.ts';
import { settle, warmNetwork } from './warm.ts';

/** Long enough for both builds to be compiled well. */
const SETTLE_MS = 200;
/** So much faster it has to be: below lies what measuring is worth. */
const GAIN = 0.97;

async function measure(): Promise<boolean> {
  if (!isSupported('singleRelaxed')) return false;
  const machines = [
    await assemble({ device: 'simd', relaxed: false }),
    await assemble({ device: 'simd', relaxed: true }),
  ];
  const networks = machines.map((machine) => compileNetwork(machine, warmNetwork()));
  const [plainMs = 0, relaxedMs = 0] = await settle(networks, SETTLE_MS);
  return relaxedMs < GAIN * plainMs;
}

let decision: Promise<boolean> | undefined;

/** Found out once. */
export const isRelaxedFaster = (): Promise<boolean> => (decision ??= measure());
