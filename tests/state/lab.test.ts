// The trade-off lab: whose times are shown while one device is measured and another is looked at.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PAPER_COMPARISON } from '../../src/lib/core/tradeoff/networks.ts';
import type { DeviceFacts, DeviceId } from '../../src/lib/engines/devices.ts';
import { Lab } from '../../src/lib/state/lab.svelte.ts';
import type { Workbench } from '../../src/lib/state/workbench.svelte.ts';
import { defaultConfig } from '../../src/lib/core/options.ts';
import { answerOf, progress, scripted } from './scriptedField.ts';

const [a, b] = PAPER_COMPARISON.map(({ key }) => key) as [string, string];
const on = (device: DeviceId): DeviceFacts => ({ device, engine: 'tfjs', runtime: 'fake', threads: 1 });

function setUp() {
  const { client, asked } = scripted();
  const devices = { device: 'webgpu' as DeviceId, pick: () => devices.device };
  const runner = { client, devices, lend: () => () => undefined };
  const lab = new Lab({ runner, explorer: { config: defaultConfig } } as unknown as Workbench);
  lab.choose([a, b]);
  const start = (device: DeviceId) => {
    vi.advanceTimersByTime(1000);
    devices.device = device;
    lab.measure();
  };
  /** Measures to the end. */
  const measure = async (device: DeviceId, samples: Readonly<Record<string, readonly number[]>>) => {
    start(device);
    asked.at(-1)?.answer(answerOf(samples, on(device)));
    await vi.waitUntil(() => lab.field.phase === 'done');
  };
  return { lab, asked, start, measure };
}
const medians = (lab: Lab) => [...lab.timed].map(([key, { medianMs }]) => [key, medianMs]);

// measurements are told apart by when they began
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'performance'] }));
afterEach(() => void vi.useRealTimers());

describe('times in the lab', () => {
  test('are those of the device shown, whatever is being measured', async () => {
    const { lab, asked, start, measure } = setUp();
    await measure('webgpu', { [a]: [5, 5], [b]: [9, 9] });
    start('wasm');
    expect(lab.shown?.device.id).toBe('webgpu');
    asked.at(-1)?.options.onProgress?.(progress([{ id: a, ms: 70 }], 70, on('wasm')));
    expect([lab.shown?.device.id, medians(lab)]).toEqual(['wasm', [[a, 70]]]);
    lab.show(lab.devices.find(({ device }) => device.id === 'webgpu')?.id ?? '');
    expect(medians(lab)).toEqual([[a, 5], [b, 9]]); // prettier-ignore
    lab.field.cancel();
  });

  test('of a measurement that was cancelled do not hide a finished one', async () => {
    const { lab, asked, start, measure } = setUp();
    await measure('wasm', { [a]: [5, 5], [b]: [9, 9] });
    start('wasm');
    asked.at(-1)?.options.onProgress?.(progress([{ id: a, ms: 70 }], 70, on('wasm')));
    expect(medians(lab)).toContainEqual([a, 70]);
    lab.field.cancel();
    expect(medians(lab)).toContainEqual([a, 5]);
  });

  test('are compared with those measured before on the same device', async () => {
    const { lab, measure } = setUp();
    await measure('webgpu', { [a]: [5, 5], [b]: [9, 9] });
    await measure('wasm', { [a]: [50, 50], [b]: [90, 90] });
    expect(lab.before.size).toBe(0);
    await measure('webgpu', { [a]: [6, 6], [b]: [9, 9] });
    expect([lab.showsMeasured, lab.before.get(a)?.medianMs]).toEqual([true, 5]);
  });
});
