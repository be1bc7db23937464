// What the kernels weigh: all four builds come with the worker.
import { expect, test } from 'vitest';
import { MODULES } from '../../../src/lib/engines/adapters/simd/modules.generated.ts';

test('all builds of the kernels have at most 40 kB', () => {
  const bytes = Object.values(MODULES).reduce((sum, text) => sum + atob(text).length, 0);
  expect(bytes).toBeLessThanOrEqual(40_000);
});
