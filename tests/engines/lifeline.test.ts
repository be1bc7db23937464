// A worker's lifeline where the page came over plain HTTP, which has neither locks nor `crypto.randomUUID`.
import { afterEach, expect, test, vi } from 'vitest';
import { holdLifeline } from '../../src/lib/engines/lifeline.ts';

afterEach(() => void vi.unstubAllGlobals());

test('without locks nothing is told, and the worker lives', () => {
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('crypto', {});
  const tell = vi.fn();
  expect(() => holdLifeline(tell)).not.toThrow();
  expect(tell).not.toHaveBeenCalled();
});
