// The store of fields: what is written is read, what is unreadable is left out, and missing or full storage is no failure.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defaultConfig } from '../../src/lib/core/options.ts';
import { fieldNetwork } from '../../src/lib/core/tradeoff/fieldNetworks.ts';
import { measuredField } from '../../src/lib/core/tradeoff/report/measurementFile.ts';
import { singleResults } from '../../src/lib/core/tradeoff/report/singleResults.ts';
import { fieldStore } from '../../src/lib/state/fieldStore.ts';
import { fakeIndexedDb } from './fakeIndexedDb.ts';

const network = fieldNetwork(defaultConfig, 'PP-LCNet');
const resultsWith = (ms: number) =>
  singleResults(
    measuredField({
      startedAt: '2026-11-25T10:00:00.000Z',
      facts: { device: 'wasm', engine: 'tfjs', runtime: 'fake', threads: 2 },
      precision: 0.03,
      seed: 1,
      rounds: 1,
      stoppedBy: 'time',
      networks: [network],
      samples: { [network.key]: [ms] },
    }),
  );

let database: ReturnType<typeof fakeIndexedDb>;
beforeEach(() => {
  database = fakeIndexedDb();
  vi.stubGlobal('indexedDB', database.factory);
});
afterEach(() => vi.unstubAllGlobals());

test('keeps one result per device, engine, threads and architecture', async () => {
  expect(await fieldStore.write(resultsWith(5))).toBe(true);
  expect(await fieldStore.write(resultsWith(6))).toBe(true);
  expect([...database.rows.keys()]).toEqual([`wasm|tfjs|2|${network.key}`]);
  expect(await fieldStore.read()).toEqual(resultsWith(6));
  expect(await fieldStore.clear()).toBe(true);
  expect(await fieldStore.read()).toEqual([]);
  expect(database.state.closed).toBe(database.state.opened);
});

test('leaves out what it cannot read', async () => {
  await fieldStore.write(resultsWith(5));
  database.rows.set('old', { id: 'old' });
  expect(await fieldStore.read()).toEqual(resultsWith(5));
});

test('says when nothing can be stored', async () => {
  database.state.full = true;
  expect(await fieldStore.write(resultsWith(5))).toBe(false);
  vi.stubGlobal('indexedDB', undefined);
  expect([await fieldStore.write(resultsWith(5)), await fieldStore.clear()]).toEqual([false, false]);
  expect(await fieldStore.read()).toBeUndefined();
});
