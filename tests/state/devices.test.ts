// Which device runs a network: raced, chosen by the visitor, or standing in for one that failed.
import { describe, expect, test } from 'vitest';
import type { DeviceId, DeviceReport } from '../../src/lib/engines/devices.ts';
import { EngineError } from '../../src/lib/engines/errors.ts';
import { Devices } from '../../src/lib/state/devices.svelte.ts';

/** From the fastest. */
const SPEEDS = [
  { device: 'simd', medianMs: 1 },
  { device: 'wasm', medianMs: 2 },
] as const;

const { signal } = new AbortController();
const tooLarge = (device: DeviceId) => new EngineError('outOfMemory', 'too large', { device });
const lost = (device: DeviceId) =>
  new EngineError('unavailable', 'lost', { device, reason: { code: 'threadLost' } });

/** A browser in which these devices work; every race is written down. */
function browser(...working: readonly DeviceId[]) {
  const races: (readonly DeviceId[])[] = [];
  const reports = working.map((device): DeviceReport => {
    const facts = {
      device,
      engine: device === 'simd' ? 'simd' : 'tfjs',
      runtime: 'fake',
      threads: 1,
    } as const;
    return { device, available: true, facts, difference: 0 };
  });
  const client = {
    ask: (question: string, { devices }: { readonly devices: readonly DeviceId[] }) => {
      if (question === 'devices') return Promise.resolve(reports);
      races.push(devices);
      return Promise.resolve(SPEEDS.filter(({ device }) => devices.includes(device)));
    },
  };
  return { devices: new Devices(client as unknown as ConstructorParameters<typeof Devices>[0]), races };
}

describe('a device that fails', () => {
  test('is replaced by the next that works, and takes no part in races', async () => {
    const { devices, races } = browser('simd', 'wasm', 'cpu');
    devices.pick();
    await devices.decide(signal);
    await devices.fallBack(lost('simd'), signal);
    expect([devices.chosen, devices.failure?.code]).toEqual(['wasm', 'unavailable']);
    await devices.decide(signal);
    // one contender is left, which needs no race
    expect(races).toEqual([['simd', 'wasm']]);
    devices.forgive();
    expect([devices.chosen, devices.failure?.code]).toEqual(['wasm', 'unavailable']);
  });

  test('because a network was too large runs the next one again, as it was chosen', async () => {
    const { devices } = browser('simd', 'wasm', 'cpu');
    devices.choose('wasm');
    await devices.fallBack(tooLarge('wasm'), signal);
    expect([devices.chosen, devices.failure?.code]).toEqual(['simd', 'outOfMemory']);
    await devices.fallBack(tooLarge('simd'), signal);
    expect(devices.chosen).toBe('cpu');
    devices.forgive();
    expect([devices.chosen, devices.failure]).toEqual(['wasm', undefined]);
    // it was the visitor's choice and is not put to a race
    await devices.decide(signal);
    expect(devices.chosen).toBe('wasm');
  });

  test('is the failure that is told where no other is left', async () => {
    const { devices } = browser('simd');
    devices.pick();
    const failure = tooLarge('simd');
    await expect(devices.fallBack(failure, signal)).rejects.toBe(failure);
    devices.forgive();
    expect([devices.pick(), devices.failure]).toEqual(['simd', undefined]);
  });

  test('gives way to one that the visitor chooses meanwhile', async () => {
    const { devices } = browser('simd', 'wasm', 'cpu');
    devices.choose('wasm');
    await devices.fallBack(tooLarge('wasm'), signal);
    devices.choose('cpu');
    devices.forgive();
    expect(devices.chosen).toBe('cpu');
  });
});
