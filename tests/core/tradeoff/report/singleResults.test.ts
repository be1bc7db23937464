// Single results: taken apart, kept, put together.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  joinResults,
  mergeResults,
  resultId,
  singleResults,
  type SingleResult,
} from '../../../../src/lib/core/tradeoff/report/singleResults.ts';
import { anyField } from './anyField.ts';

test('a field taken apart and put together is the same field', () => {
  fc.assert(
    fc.property(anyField, (field) => {
      expect(joinResults(singleResults(field))).toEqual(field.networks.length > 0 ? [field] : []);
    }),
    { numRuns: 50 },
  );
});

describe('a new result', () => {
  const [sample] = fc.sample(anyField.filter(({ networks }) => networks.length > 0), { numRuns: 1, seed: 1 }); // prettier-ignore
  const [result] = singleResults(sample as NonNullable<typeof sample>);
  const finished: SingleResult = { ...(result as SingleResult), startedAt: '2026-01-01T00:00:00Z', stoppedBy: 'precision' }; // prettier-ignore
  const later: SingleResult = { ...finished, startedAt: '2026-01-02T00:00:00Z' };
  const stopped: SingleResult = { ...later, stoppedBy: 'user' };
  const elsewhere: SingleResult = { ...finished, device: { ...finished.device, threads: 99 } };

  test('replaces the one of the same device, engine, threads and architecture', () => {
    expect(mergeResults([finished, elsewhere], [later])).toEqual([later, elsewhere]);
    expect(resultId(finished)).toBe(resultId(later));
    expect(resultId(finished)).not.toBe(resultId(elsewhere));
  });

  test('that was stopped early does not replace a finished one, but one of its own field or another stopped one', () => {
    expect(mergeResults([finished], [stopped])).toEqual([finished]);
    expect(mergeResults([later], [stopped])).toEqual([stopped]);
    const again = { ...stopped, startedAt: '2026-01-03T00:00:00Z' };
    expect(mergeResults([stopped], [again])).toEqual([again]);
  });
});
