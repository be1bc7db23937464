// A field as the page has it: start, pause, resume, cancel, failures, and results that outlive the visit.
import { describe, expect, test, vi } from 'vitest';
import { defaultConfig } from '../../src/lib/core/options.ts';
import { fieldNetwork } from '../../src/lib/core/tradeoff/fieldNetworks.ts';
import { EngineClient } from '../../src/lib/engines/client.ts';
import { EngineError } from '../../src/lib/engines/errors.ts';
import { FieldMeasurement } from '../../src/lib/state/field.svelte.ts';
import { FieldResults } from '../../src/lib/state/fieldResults.svelte.ts';
import { fakeWorker } from '../engines/fakeWorker.ts';
import { answerOf, facts, memoryStore, progress, scripted } from './scriptedField.ts';

const networks = [0.25, 0.5].map((scale) => fieldNetwork({ ...defaultConfig, scale }, 'PP-LCNet'));
const [a, b] = networks.map(({ key }) => key) as [string, string];

function setUp() {
  const [{ client, asked }, store, giveBack] = [scripted(), memoryStore(), vi.fn()];
  const borrow = vi.fn((pause: () => void) => {
    lender.takeBack = pause;
    return giveBack;
  });
  const lender = { borrow, giveBack, takeBack: (): void => undefined };
  const field = new FieldMeasurement({ client, results: new FieldResults(store), borrow });
  field.chosen = networks;
  return { field, asked, store, lender };
}

describe('a field', () => {
  test('is asked for with what was chosen, tells its progress, and gives results', async () => {
    const { field, asked, lender } = setUp();
    const done = field.start({ device: 'wasm', precision: 0.05 });
    expect(lender.borrow).toHaveBeenCalledOnce();
    expect(lender.giveBack).not.toHaveBeenCalled();
    expect(field.phase).toBe('running');
    expect(asked[0]?.args).toMatchObject({ device: 'wasm', precision: 0.05, maxMs: 60_000, seed: 1, before: { samplesMs: {}, elapsedMs: 0 } }); // prettier-ignore
    expect(asked[0]?.args.networks.map(({ id }) => id)).toEqual([a, b]);
    asked[0]?.options.onProgress?.(progress([{ id: a, ms: 5 }], 5));
    expect(field.progress?.remainingMs).toBe(1000);
    expect(field.summaries[a]?.medianMs).toBe(5);
    asked[0]?.answer(answerOf({ [a]: [5, 6], [b]: [9, 9] }));
    await done;
    expect(field.phase).toBe('done');
    expect(lender.giveBack).toHaveBeenCalledOnce();
    expect(field.results.on(facts).get(b)).toMatchObject({ name: 'PPLCNet_x0_5', medianMs: 9, runs: 2, samplesMs: [9, 9] }); // prettier-ignore
    expect(field.results.fields).toMatchObject([{ stoppedBy: 'precision', precision: 0.05, rounds: 2, device: { id: 'wasm' } }]); // prettier-ignore
  });

  test('that is paused goes on from its samples and its time', async () => {
    const { field, asked } = setUp();
    const first = field.start({ device: 'wasm' });
    asked[0]?.options.onProgress?.(progress([{ id: a, ms: 5 }, { id: b, ms: 9 }], 20)); // prettier-ignore
    field.pause();
    await first;
    expect(field.phase).toBe('paused');
    // other networks may be chosen meanwhile: they are for the next start
    field.chosen = [];
    const second = field.resume();
    expect(asked[1]?.args).toMatchObject({ networks: [{ id: a }, { id: b }], before: { samplesMs: { [a]: [5], [b]: [9] }, elapsedMs: 20 } }); // prettier-ignore
    asked[1]?.answer(answerOf({ [a]: [5, 6], [b]: [9, 9] }));
    await second;
    expect(field.phase).toBe('done');
    expect(field.results.fields).toMatchObject([{ stoppedBy: 'precision' }]);
  });

  test('is paused as soon as the worker is wanted back', async () => {
    const { field, lender } = setUp();
    const ended = field.start({ device: 'wasm' });
    lender.takeBack();
    await ended;
    expect(field.phase).toBe('paused');
  });

  test('that is cancelled keeps its samples, and cannot be resumed', async () => {
    const { field, asked, store } = setUp();
    const ended = field.start({ device: 'wasm' });
    asked[0]?.options.onProgress?.(progress([{ id: a, ms: 5 }], 5));
    field.cancel();
    await ended;
    await field.resume();
    expect([field.phase, asked.length, field.error]).toEqual(['cancelled', 1, undefined]);
    expect((await store.read())?.map(({ stoppedBy, networks: [one] }) => [stoppedBy, one.key, one.samplesMs])).toEqual([['user', a, [5]]]); // prettier-ignore
  });

  test('that fails says why, keeps its samples, and can go on', async () => {
    const { field, asked } = setUp();
    const failed = field.start({ device: 'wasm' });
    asked[0]?.options.onProgress?.(progress([{ id: a, ms: 5 }], 5));
    asked[0]?.fail(new EngineError('workerDied', 'gone', {}));
    await failed;
    expect([field.phase, field.error?.code, field.results.on(facts).get(a)?.runs]).toEqual(['failed', 'workerDied', 1]); // prettier-ignore
    void field.resume();
    expect([field.phase, field.error, asked.length]).toEqual(['running', undefined, 2]);
  });

  test('that is started anew begins without samples; those of the one before are kept as results', async () => {
    const { field, asked } = setUp();
    const first = field.start({ device: 'wasm' });
    asked[0]?.options.onProgress?.(progress([{ id: a, ms: 5 }], 5));
    const second = field.start({ device: 'cpu' });
    await first;
    expect([field.phase, field.summaries]).toEqual(['running', {}]);
    expect(field.results.on(facts).get(a)?.samplesMs).toEqual([5]);
    expect(asked[1]?.args).toMatchObject({ device: 'cpu', before: { samplesMs: {}, elapsedMs: 0 } });
    field.cancel();
    await second;
  });
});

describe('results', () => {
  test('outlive the visit', async () => {
    const { field, asked, store } = setUp();
    const done = field.start({ device: 'wasm' });
    asked[0]?.answer(answerOf({ [a]: [5, 6], [b]: [9, 9] }));
    await done;
    const next = new FieldResults(store);
    await next.restore();
    expect(next.fields).toEqual(field.results.fields);
    expect(next.on({ ...facts, threads: 4 }).size).toBe(0);
    await next.forget();
    expect([next.fields, await store.read()]).toEqual([[], []]);
  });

  test('that cannot be stored are kept in memory, and the page knows', async () => {
    const { field, asked, store } = setUp();
    store.full = true;
    await field.results.restore();
    expect(field.results.unsaved).toBe(true);
    const done = field.start({ device: 'wasm' });
    asked[0]?.answer(answerOf({ [a]: [5, 6], [b]: [9, 9] }));
    await done;
    expect([field.results.unsaved, field.results.on(facts).size]).toEqual([true, 2]);
  });
});

test('a real worker is paused, goes on, and finishes with the samples of both parts', async () => {
  const client = new EngineClient({ start: () => fakeWorker() });
  const field = new FieldMeasurement({ client, results: new FieldResults(memoryStore()) });
  const small = { ...defaultConfig, resolution: [32, 32], lastConv: 16 } as const;
  field.chosen = [0.1, 0.2].map((scale) => fieldNetwork({ ...small, scale }, 'PP-LCNet'));
  const first = field.start({ device: 'wasm', precision: 0, maxMs: 1500 });
  await vi.waitUntil(() => (field.progress?.elapsedMs ?? 0) > 300, { timeout: 20_000 });
  field.pause();
  await first;
  const runs = Object.values(field.results.fields[0]?.networks ?? []).map((one) => one.runs);
  await field.resume();
  expect([field.phase, field.error]).toEqual(['done', undefined]);
  const [result] = field.results.fields;
  expect(result?.stoppedBy).toBe('time');
  result?.networks.forEach((one, i) => expect(one.runs).toBeGreaterThan(runs[i] ?? 0));
  client.stop();
});
