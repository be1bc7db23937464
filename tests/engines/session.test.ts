// The whole conversation: client, protocol, server and engines, on the devices that Node has.
import { afterEach, describe, expect, test } from 'vitest';
import type { NetConfig } from '../../src/lib/core/config/netConfig.ts';
import { FAMILIES } from '../../src/lib/core/families/index.ts';
import { smoothNoise } from '../../src/lib/core/weights/smoothNoise.ts';
import { untrainedWeights } from '../../src/lib/core/weights/untrained.ts';
import { EngineClient } from '../../src/lib/engines/client.ts';
import type { DeviceId, DeviceReport } from '../../src/lib/engines/devices.ts';
import { fakeWorker } from './fakeWorker.ts';

const { defaults, build } = FAMILIES.pplcnet;
const config: NetConfig = { ...defaults, scale: 0.25, resolution: [48, 48], classes: 5, lastConv: 32 };
const image = { shape: [48, 48, 3] as const, data: smoothNoise({ shape: [48, 48, 3], batch: 1, seed: 3 }) };

const client = new EngineClient({ start: () => fakeWorker() });
afterEach(() => client.stop());

const load = (device: DeviceId = 'wasm', change: Partial<NetConfig> = {}) =>
  client.ask('load', { config: { ...config, ...change }, device, weights: { seed: 1 } });

describe('devices', () => {
  test('are reported one by one, each with facts or with a reason', async () => {
    const seen: DeviceReport[] = [];
    const reports = await client.ask('devices', {}, { onProgress: (report) => seen.push(report) });
    expect(seen).toEqual(reports);
    const summary = reports.map((report) => [report.device, report.available || report.reason.code]);
    expect(Object.fromEntries(summary)).toEqual({
      simd: true,
      'simd-threads': 'notIsolated',
      wasm: true,
      'wasm-threads': 'notIsolated',
      webgpu: 'noWebgpu',
      webgl: 'noWebgl',
      cpu: true,
      reference: true,
    });
  }, 30_000);

  test('can be tried out while a network is loaded, which runs as before', async () => {
    await load();
    const before = await client.ask('predict', { image });
    await client.ask('devices', {});
    const after = await client.ask('predict', {});
    expect([...after.logits]).toEqual([...before.logits]);
  }, 30_000);
});

describe('a loaded network', () => {
  test('says what it is made of', async () => {
    const loaded = await load();
    expect(loaded.facts).toMatchObject({ device: 'wasm', engine: 'tfjs', threads: 1 });
    expect(loaded.weights).toBe('seeded');
    expect(loaded.groups[1]).toEqual(['conv1.conv', 'conv1.bn', 'conv1.act']);
  });

  test('gives the same logits on every device, within rounding', async () => {
    const logits: number[][] = [];
    for (const device of ['simd', 'wasm', 'cpu', 'reference'] as const) {
      await load(device);
      logits.push([...(await client.ask('predict', { image })).logits]);
    }
    for (const other of logits) other.forEach((v, i) => expect(v).toBeCloseTo(logits[0]?.[i] ?? NaN, 4));
    expect((await client.ask('check', {})).maxDifference).toBe(0);
  });

  test('takes weights by name, and refuses those that do not fit', async () => {
    const tensors = new Map(untrainedWeights({ graph: build(config), seed: 9 }));
    const answer = await client.ask('load', { config, device: 'wasm', weights: { tensors } });
    expect(answer.weights).toBe('given');
    tensors.delete('fc.bias');
    await expect(client.ask('load', { config, device: 'wasm', weights: { tensors } })).rejects.toMatchObject({
      name: 'EngineError',
      code: 'weights',
      data: { tensor: 'fc.bias', found: 'nothing', expected: '[5]' },
    });
  });

  test('refuses a picture of another size and names both', async () => {
    await load('wasm', { resolution: [64, 32] });
    await expect(client.ask('predict', { image })).rejects.toMatchObject({
      code: 'inputShape',
      data: { found: [48, 48, 3], expected: [64, 32, 3] },
    });
  });

  test('that is too large for any browser is refused before anything breaks', async () => {
    await expect(load('wasm', { resolution: [512, 512], scale: 4, strides: [[1, 1], [1, 1], [1, 1], [1, 1], [1, 1]] })).rejects.toMatchObject({ code: 'tooLarge' }); // prettier-ignore
  });
});

describe('looking inside', () => {
  test('feature maps come from the end of the fused group, with extremes', async () => {
    await load();
    await client.ask('predict', { image });
    const maps = await client.ask('featureMaps', { node: 'blocks3.0.dw_conv.bn' });
    expect(maps).toMatchObject({ shownNode: 'blocks3.0.dw_conv.act', shape: [12, 12, 8] });
    expect(maps.data).toHaveLength(12 * 12 * 8);
    expect(Math.max(...maps.max)).toBe(Math.max(...maps.data));
    await expect(client.ask('featureMaps', { node: 'nowhere' })).rejects.toMatchObject({
      code: 'unknownNode',
    });
  });

  test('gates are one value from 0 to 1 per channel of every SE unit', async () => {
    await load();
    const gates = await client.ask('gates', {});
    expect(gates.map(({ block, values }) => [block, values.length])).toEqual([['blocks6.0', 64], ['blocks6.1', 128]]); // prettier-ignore
    expect(gates.every(({ values }) => values.every((v) => v >= 0 && v <= 1))).toBe(true);
  });

  test('the filmstrip shows every block, the strongest channel first', async () => {
    await load();
    const frames = await client.ask('filmstrip', { maps: 2, maxSide: 10 });
    expect(frames).toHaveLength(14);
    const [first] = frames;
    expect(first).toMatchObject({ block: 'conv1', node: 'conv1.act', shape: [24, 24, 8] });
    expect(first?.maps.map(({ width, height, pixels }) => [width, height, pixels.length])).toEqual([[8, 8, 64], [8, 8, 64]]); // prettier-ignore
    expect(new Set(first?.maps[0]?.pixels)).toContain(255);
  });
});

describe('timing', () => {
  test('measures until it is sure or the time is up', async () => {
    await load();
    let reports = 0;
    const result = await client.ask('measure', { maxMs: 400 }, { onProgress: () => reports++ });
    expect(result.runs).toBe(result.samplesMs.length);
    expect(result.runs).toBeGreaterThan(5);
    expect(result.interval.low).toBeLessThanOrEqual(result.medianMs);
    expect(reports).toBeGreaterThan(0);
  });

  test('profiles so that groups and remainder add up to the wall time', async () => {
    await load();
    const { groups, wallMs, remainderMs, runs } = await client.ask('profile', { runs: 4 });
    expect(runs).toBe(4);
    expect(groups.reduce((sum, { ms }) => sum + ms, remainderMs)).toBeCloseTo(wallMs, 9);
    expect(remainderMs).toBeGreaterThanOrEqual(0);
  });

  test('races devices and goes on with the one that was loaded', async () => {
    const { facts } = await load();
    const speeds = await client.ask('race', { devices: ['wasm', 'cpu', 'webgl'] });
    expect(speeds.map(({ device }) => device)).toEqual(['wasm', 'cpu']);
    expect((await client.ask('measure', { maxMs: 50 })).facts).toEqual(facts);
  });
});

describe('stopping', () => {
  test('an aborted question fails at once as cancelled, and others go on', async () => {
    await load();
    const control = new AbortController();
    const measuring = client.ask('measure', { maxMs: 20_000, precision: 0 }, { signal: control.signal });
    setTimeout(() => control.abort(), 100);
    await expect(measuring).rejects.toMatchObject({ code: 'cancelled' });
    expect((await client.ask('predict', {})).logits).toHaveLength(5);
  });

  test('a newer network supersedes what was asked about the former one', async () => {
    await load();
    const measuring = client.ask('measure', { maxMs: 20_000, precision: 0 });
    const outcome = expect(measuring).rejects.toMatchObject({ code: 'superseded' });
    await load('wasm', { classes: 6 });
    await outcome;
    expect((await client.ask('predict', {})).logits).toHaveLength(6);
  });

  test('of many networks in a row those in between are not built', async () => {
    const widths = [3, 4, 5, 6, 7].map((classes) => load('wasm', { classes }));
    const [, ...later] = await Promise.allSettled(widths);
    expect(later.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'fulfilled']);
    expect((await client.ask('predict', {})).logits).toHaveLength(7);
  });

  test('questions get their turn while a measurement runs', async () => {
    await load();
    const order: string[] = [];
    const measuring = client.ask('measure', { maxMs: 600, precision: 0 }).then(() => order.push('measure'));
    const asking = client.ask('predict', {}).then(() => order.push('predict'));
    await Promise.all([measuring, asking]);
    expect(order).toEqual(['predict', 'measure']);
  });

  test('200 changes of network leave the tensor count where it was', async () => {
    await load();
    await client.ask('predict', {});
    const before = await client.ask('memory', {});
    for (let i = 0; i < 200; i++) void load('wasm', { classes: 5 + (i % 3), scale: 0.1 + (i % 5) / 50 }).catch(() => undefined); // prettier-ignore
    await load();
    await client.ask('predict', {});
    expect(await client.ask('memory', {})).toEqual(before);
  }, 60_000);
});
