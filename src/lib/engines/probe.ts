// The probe: a device counts as working only if it opens, runs a small network and agrees with the reference.
import { FAMILIES } from '../core/families/index.ts';
import { smoothNoise } from '../core/weights/smoothNoise.ts';
import { untrainedWeights } from '../core/weights/untrained.ts';
import type { DeviceId, DeviceReport } from './devices.ts';
import type { Runtime, Values } from './engine.ts';
import { EngineError } from './errors.ts';
import { engineOf } from './index.ts';

/** Largest difference relative to the largest value. Sums of 32-bit floats in another order stay far below, 16 bits do not. */
const LIMIT = 1e-3;
/** A start that takes longer has failed: some browsers never say so. */
const TIMEOUT_MS = 20_000;

/** Small, but with every kernel size, both strides, and SE. */
function probeNetwork() {
  const { defaults, build } = FAMILIES.pplcnet;
  const kernels = defaults.kernels.map((kernel, i) => (i === 3 ? 7 : kernel));
  const graph = build({ ...defaults, scale: 0.1, resolution: [40, 33], classes: 8, lastConv: 24, kernels });
  const weights = untrainedWeights({ graph, seed: 1 });
  const input = smoothNoise({ shape: [40, 33, 3], batch: 1, seed: 1 });
  return { graph, weights, input };
}

export const referenceRuntime = (): Promise<Runtime> => engineOf('reference').open('reference', {});

/** Largest difference between two outputs, relative to the largest value; NaN counts as infinitely wrong. */
export function relativeDifference(found: Values, expected: Values): number {
  let [difference, largest] = [0, 0];
  for (let i = 0; i < expected.length; i++) {
    const gap = Math.abs((found[i] ?? NaN) - (expected[i] as number));
    difference = Number.isNaN(gap) ? Infinity : Math.max(difference, gap);
    largest = Math.max(largest, Math.abs(expected[i] as number));
  }
  return difference / (largest || 1);
}

async function tryOut(runtime: Runtime): Promise<DeviceReport> {
  const { facts } = runtime;
  const { input, ...source } = probeNetwork();
  const network = runtime.compile(source);
  try {
    const found = await network.run({ input, batch: 1 });
    const expected = await (await referenceRuntime()).compile(source).run({ input, batch: 1 });
    const difference = relativeDifference(found, expected);
    if (difference <= LIMIT) return { device: facts.device, available: true, facts, difference };
    return {
      device: facts.device,
      available: false,
      reason: { code: 'wrongResult', difference, limit: LIMIT },
    };
  } finally {
    network.dispose();
  }
}

function inTime<T>(work: Promise<T>): Promise<T> {
  const timeout = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`no answer within ${TIMEOUT_MS / 1000} s`)), TIMEOUT_MS);
  });
  return Promise.race([work, timeout]);
}

type Borrow = <T>(device: DeviceId, work: (runtime: Runtime) => Promise<T>) => Promise<T>;

export async function probe(device: DeviceId, borrow: Borrow): Promise<DeviceReport> {
  try {
    return await inTime(borrow(device, tryOut));
  } catch (error) {
    if (error instanceof EngineError && error.code === 'unavailable') {
      const { reason } = (error as EngineError<'unavailable'>).data;
      return { device, available: false, reason };
    }
    if (error instanceof EngineError && error.code === 'contextLost')
      return { device, available: false, reason: { code: 'contextLost' } };
    const message =
      error instanceof Error ? error.message : String((error as { message?: unknown }).message ?? error);
    return { device, available: false, reason: { code: 'failed', message } };
  }
}
