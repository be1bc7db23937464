// Measuring a field: on a device of known times, then through the whole conversation on real ones.
import { afterEach, describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/lib/core/options.ts';
import { EngineClient } from '../../src/lib/engines/client.ts';
import { measureField } from '../../src/lib/engines/field/measureField.ts';
import type { FieldArgs, FieldProgress } from '../../src/lib/engines/field/terms.ts';
import { fakeDevice } from './fakeDevice.ts';
import { fakeWorker } from './fakeWorker.ts';

const small = { ...defaultConfig, scale: 0.1, resolution: [32, 32], lastConv: 16 } as const;
const WARMUP = 4;

/** Networks that differ in their number of classes, which also names them. */
const field = (classes: readonly number[], more: Partial<FieldArgs> = {}): FieldArgs => ({
  device: 'wasm',
  networks: classes.map((n) => ({ id: String(n), config: { ...small, classes: n } })),
  seed: 1,
  ...more,
});
/** The runs that count, by rounds. */
const roundsOf = (runs: readonly number[], size: number) =>
  Array.from({ length: Math.floor(runs.length / size) - WARMUP }, (_, i) =>
    runs.slice(size * (WARMUP + i), size * (WARMUP + i + 1)),
  );

describe('a field', () => {
  test('interleaves: every round has every network once, in ever new orders', async () => {
    const device = fakeDevice({ timeOf: (classes) => classes });
    const { rounds, stoppedBy } = await measureField(field([2, 3, 4, 5]), device.host);
    expect([rounds, stoppedBy]).toEqual([20, 'precision']);
    const orders = roundsOf(device.runs, 4);
    expect(orders).toHaveLength(20);
    for (const order of orders) expect([...order].sort()).toEqual([2, 3, 4, 5]);
    expect(new Set(orders.map(String)).size).toBeGreaterThan(10);
  });

  test('compiles each network once, warms it up, and lets all go', async () => {
    const device = fakeDevice({ timeOf: () => 1 });
    await measureField(field([2, 3, 4]), device.host);
    expect(device.runs.slice(0, 12).join('')).toMatch(/^((.)\2{3}){3}$/);
    expect(device.counts()).toEqual({ compiled: 3, mostAlive: 3 });
    expect([device.living.size, device.guests.size]).toEqual([0, 0]);
  });

  test('gives every sample and its summary, in the order asked for', async () => {
    const device = fakeDevice({ timeOf: (classes) => 10 * classes });
    const { networks, elapsedMs, facts, batches } = await measureField(field([3, 2]), device.host);
    expect(networks.map(({ id, summary, samplesMs }) => [id, summary.medianMs, samplesMs.length])).toEqual([['3', 30, 20], ['2', 20, 20]]); // prettier-ignore
    expect([elapsedMs, facts.device, batches]).toEqual([1000, 'wasm', 1]);
  });

  test('goes on until the noisiest network is precise', async () => {
    let i = 0;
    const device = fakeDevice({ timeOf: (classes) => (classes === 2 ? 10 + (i++ % 10) / 5 : 10) });
    const { networks, stoppedBy } = await measureField(field([2, 3]), device.host);
    expect(stoppedBy).toBe('precision');
    expect(networks[0]?.samplesMs.length).toBeGreaterThan(20);
    expect(networks[1]?.samplesMs.length).toBe(networks[0]?.samplesMs.length);
  });

  test('stops at the time limit of the rounds, warm-up not counted', async () => {
    const device = fakeDevice({ timeOf: () => 10 });
    const { stoppedBy, elapsedMs, networks } = await measureField(field([2, 3], { precision: 0, maxMs: 95 }), device.host); // prettier-ignore
    expect([stoppedBy, elapsedMs]).toEqual(['time', 100]);
    expect(networks.map(({ samplesMs }) => samplesMs.length)).toEqual([5, 5]);
  });

  test('tells the phases, then every run; times left fall', async () => {
    const device = fakeDevice({ timeOf: () => 10 });
    await measureField(field([2, 3]), device.host);
    const phases = device.reports.map(({ phase, done, total }) => `${phase} ${done} of ${total}`);
    expect(phases.slice(0, 4)).toEqual([
      'prepare 0 of 2',
      'prepare 1 of 2',
      'warmup 0 of 2',
      'warmup 1 of 2',
    ]);
    expect(device.reports[0]?.remainingMs).toBe(60_000);
    const first = device.reports.find(({ phase }) => phase === 'measure');
    expect(first).toMatchObject({
      done: 1,
      total: 40,
      elapsedMs: 10,
      remainingMs: 390,
      round: 0,
      runs: [{ ms: 10 }],
    });
  });

  test('without networks, or with one that no browser can hold, says so at once', async () => {
    const device = fakeDevice({ timeOf: () => 1 });
    await expect(measureField(field([]), device.host)).rejects.toMatchObject({ code: 'noNetwork' });
    const huge = { ...small, resolution: [512, 512], scale: 4, strides: new Array(5).fill([1, 1]) } as const;
    const networks = [...field([2]).networks, { id: 'huge', config: huge }];
    await expect(measureField({ ...field([]), networks }, device.host)).rejects.toMatchObject({
      code: 'tooLarge',
      data: { network: 'huge' },
    });
    expect(device.counts().compiled).toBe(0);
  });
});

describe('stopping and going on', () => {
  test('a stopped field has told its samples, lets all networks go, and goes on in the same order', async () => {
    const undisturbed = fakeDevice({ timeOf: (classes) => classes });
    await measureField(field([2, 3, 4]), undisturbed.host);

    const control = new AbortController();
    const timeOf = (classes: number) => {
      // the run in which somebody presses Stop
      if (device.runs.length === 3 * WARMUP + 25) control.abort();
      return classes;
    };
    const device = fakeDevice({ timeOf, signal: control.signal });
    const stopped = measureField(field([2, 3, 4]), device.host);
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    expect(device.living.size).toBe(0);

    const told = device.reports.flatMap(({ runs }) => runs);
    expect(told.length).toBeGreaterThan(0);
    const samplesMs: Record<string, number[]> = {};
    for (const { id, ms } of told) (samplesMs[id] ??= []).push(ms);
    const elapsedMs = told.reduce((sum, { ms }) => sum + ms, 0);
    const resumed = fakeDevice({ timeOf: (classes) => classes });
    const answer = await measureField(field([2, 3, 4], { before: { samplesMs, elapsedMs } }), resumed.host);

    expect(answer).toMatchObject({ rounds: 20, stoppedBy: 'precision', elapsedMs: 20 * 9 });
    const whole = undisturbed.runs.slice(3 * WARMUP);
    expect([...told.map(({ id }) => Number(id)), ...resumed.runs.slice(3 * WARMUP)]).toEqual(whole);
  });

  test('a field that was finished before answers without a run', async () => {
    const device = fakeDevice({ timeOf: () => 1 });
    const before = { samplesMs: { 2: new Array<number>(20).fill(5) }, elapsedMs: 100 };
    const { networks, stoppedBy, elapsedMs } = await measureField(field([2], { before }), device.host);
    expect([networks[0]?.summary.medianMs, stoppedBy, elapsedMs]).toEqual([5, 'precision', 100]);
    expect(device.counts().compiled).toBe(0);
  });

  test('a failure lets all networks go', async () => {
    const device = fakeDevice({
      timeOf: () => {
        if (device.runs.length > 20) throw new Error('the device broke');
        return 1;
      },
    });
    await expect(measureField(field([2, 3, 4]), device.host)).rejects.toThrow('the device broke');
    expect([device.living.size, device.guests.size]).toEqual([0, 0]);
  });
});

describe('a device that is short of memory or taken away', () => {
  test('batches take turns of five rounds, there and back, and never live together', async () => {
    const device = fakeDevice({ timeOf: () => 1 });
    const { batches, networks } = await measureField(field([2, 3, 4], { budgetBytes: 0 }), device.host);
    expect(batches).toBe(3);
    expect(networks.every(({ samplesMs }) => samplesMs.length === 20)).toBe(true);
    // four turns of three batches, of which the one at each turn stays
    expect(device.counts()).toEqual({ compiled: 4 * 3 - 3, mostAlive: 1 });
  });

  test('networks are prepared anew after somebody else had the device', async () => {
    let taken = 0;
    const device = fakeDevice({
      timeOf: () => {
        if (device.runs.length === 30 && taken++ === 0) setTimeout(device.take);
        return 1;
      },
    });
    const { networks } = await measureField(field([2, 3, 4]), device.host);
    expect(networks.every(({ samplesMs }) => samplesMs.length === 20)).toBe(true);
    expect(device.counts()).toEqual({ compiled: 6, mostAlive: 3 });
  });
});

describe('the question', () => {
  const client = new EngineClient({ start: () => fakeWorker() });
  afterEach(() => client.stop());
  const config = { ...small, classes: 5 };
  const load = (device: 'wasm' | 'cpu' = 'wasm') =>
    client.ask('load', { config, device, weights: { seed: 1 } });
  const quick = { minRounds: 6, maxMs: 300, precision: 0 };

  test('leaves the loaded network and the memory as they were', async () => {
    await load();
    const before = await client.ask('predict', {});
    const memory = await client.ask('memory', {});
    const { networks, facts } = await client.ask('field', field([2, 3, 4], quick));
    expect(facts).toMatchObject({ device: 'wasm', engine: 'tfjs', threads: 1 });
    expect(networks.map(({ id }) => id)).toEqual(['2', '3', '4']);
    expect(networks.every(({ samplesMs, summary }) => samplesMs.length >= 6 && summary.medianMs > 0)).toBe(
      true,
    );
    expect(await client.ask('memory', {})).toEqual(memory);
    expect([...(await client.ask('predict', {})).logits]).toEqual([...before.logits]);
  });

  test('needs no loaded network', async () => {
    expect((await client.ask('field', field([2], quick))).networks).toHaveLength(1);
  });

  test('lets other questions in between two runs, and a newer network does not end it', async () => {
    await load();
    const order: string[] = [];
    const measuring = client.ask('field', field([2, 3], quick)).then(() => order.push('field'));
    await client.ask('predict', {}).then(() => order.push('predict'));
    await load().then(() => order.push('load'));
    await measuring;
    expect(order).toEqual(['predict', 'load', 'field']);
  });

  test('goes on after another question needed another device', async () => {
    await load('cpu');
    const measuring = client.ask('field', field([2, 3], { ...quick, maxMs: 1500 }));
    await new Promise((resolve) => setTimeout(resolve, 400));
    const { logits } = await client.ask('predict', {});
    expect(logits).toHaveLength(5);
    const { networks, facts } = await measuring;
    expect(facts.device).toBe('wasm');
    expect(networks.every(({ samplesMs }) => samplesMs.length > 6)).toBe(true);
    await client.ask('predict', {});
    expect((await client.ask('memory', {})).tensors).toBeGreaterThan(0);
  });

  test('keeps what it told when it is cancelled, and leaves nothing on the device', async () => {
    await load();
    const memory = await client.ask('memory', {});
    const control = new AbortController();
    const heard: FieldProgress[] = [];
    const measuring = client.ask('field', field([2, 3], { precision: 0, maxMs: 60_000 }), {
      signal: control.signal,
      onProgress: (progress) => {
        heard.push(progress);
        if (heard.filter(({ phase }) => phase === 'measure').length === 3) control.abort();
      },
    });
    await expect(measuring).rejects.toMatchObject({ code: 'cancelled' });
    expect(heard.flatMap(({ runs }) => runs).length).toBeGreaterThan(2);
    await client.ask('predict', {});
    expect(await client.ask('memory', {})).toEqual(memory);
  });
});
