// Measurements that several tabs store, and such as cannot be stored.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Measurement } from '../../src/lib/engines/protocol.ts';
import { Measurements } from '../../src/lib/state/measurements.svelte.ts';

const facts = { device: 'wasm', engine: 'tfjs', runtime: 'fake', threads: 1 } as const;
const measured = (medianMs: number) =>
  ({ facts, medianMs, p90Ms: medianMs, interval: { low: medianMs, high: medianMs }, runs: 6 }) as unknown as Measurement; // prettier-ignore
const storage = { text: null as string | null, full: false };

beforeEach(() => {
  [storage.text, storage.full] = [null, false];
  vi.stubGlobal('localStorage', {
    getItem: () => storage.text,
    setItem: (_key: string, value: string) => {
      if (storage.full) throw new DOMException('full', 'QuotaExceededError');
      storage.text = value;
    },
  });
});
afterEach(() => void vi.unstubAllGlobals());

test('two tabs keep what the other has measured', () => {
  const [one, other] = [new Measurements(), new Measurements()];
  one.add('a', measured(1));
  other.add('b', measured(2));
  const later = new Measurements();
  later.restore();
  expect(['a', 'b'].map((key) => later.find(key, 'wasm')?.medianMs)).toEqual([1, 2]);
});

test('what could not be stored lasts through other pages of the same visit', () => {
  const here = new Measurements();
  here.add('a', measured(1));
  storage.full = true;
  here.add('b', measured(2));
  expect(here.unsaved).toBe(true);
  here.restore();
  expect(here.find('b', 'wasm')?.medianMs).toBe(2);
  storage.full = false;
  here.add('c', measured(3));
  const later = new Measurements();
  later.restore();
  expect(['a', 'b', 'c'].map((key) => later.find(key, 'wasm')?.medianMs)).toEqual([1, 2, 3]);
});
