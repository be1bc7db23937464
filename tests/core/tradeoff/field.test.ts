// A field being measured: drift, stopping, remaining time; measured are networks whose truth is known.
import { describe, expect, test } from 'vitest';
import { Field, FIELD_RULES, relativeHalfWidth } from '../../../src/lib/core/tradeoff/field.ts';
import { nextRun } from '../../../src/lib/core/tradeoff/schedule.ts';
import { summarize } from '../../../src/lib/core/tradeoff/timing.ts';

/** Seeded uniform numbers in (0, 1). */
function uniform(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

interface Simulation {
  readonly ids: readonly string[];
  readonly timeOf: (id: string, elapsedMs: number) => number;
  readonly rules?: Partial<typeof FIELD_RULES>;
  readonly batches?: readonly (readonly string[])[];
  readonly seed?: number;
}

function simulate({ ids, timeOf, rules, batches = [ids], seed = 1 }: Simulation) {
  const field = new Field(ids, { ...FIELD_RULES, ...rules });
  let elapsedMs = 0;
  for (;;) {
    const stoppedBy = field.stopReason(elapsedMs);
    if (stoppedBy) return { field, elapsedMs, stoppedBy };
    const { id } = nextRun({ batches, roundsPerTurn: 5, seed }, field.runsOf);
    const ms = timeOf(id, elapsedMs);
    elapsedMs += ms;
    field.record(id, ms);
  }
}

const median = (field: Field, id: string): number => field.summaryOf(id).medianMs;

describe('drift', () => {
  const ids = ['a', 'b', 'c', 'd'];
  /** Equal networks on a device that gets slower by half over the minute. */
  const timeOf = (_id: string, elapsedMs: number) => 10 * (1 + elapsedMs / 120_000);
  const spread = (medians: readonly number[]) => Math.max(...medians) / Math.min(...medians);

  test('hits all alike: equal networks stay equal within a quarter of a percent', () => {
    const { field } = simulate({ ids, timeOf, rules: { precision: 0 } });
    expect(spread(ids.map((id) => median(field, id)))).toBeLessThan(1.0025);
  });

  test('is nearly cancelled between batches too', () => {
    const batches = [['a', 'b'], ['c', 'd']]; // prettier-ignore
    const { field } = simulate({ ids, timeOf, batches, rules: { precision: 0 } });
    expect(spread(ids.map((id) => median(field, id)))).toBeLessThan(1.005);
  });
});

describe('stopping', () => {
  test('waits for the noisiest, and lets all the others run with it', () => {
    const random = uniform(4);
    const timeOf = (id: string) => (id === 'noisy' ? 8 + 4 * random() : 10);
    const { field, stoppedBy } = simulate({ ids: ['calm', 'noisy'], timeOf });
    expect(stoppedBy).toBe('precision');
    expect(field.runsOf('calm')).toBe(field.runsOf('noisy'));
    expect(field.rounds).toBeGreaterThan(FIELD_RULES.minRounds);
    expect(relativeHalfWidth(field.summaryOf('noisy'))).toBeLessThanOrEqual(0.03);
  });

  test('never comes before the least number of rounds', () => {
    const { field } = simulate({ ids: ['a', 'b'], timeOf: () => 5 });
    expect([field.runsOf('a'), field.runsOf('b')]).toEqual([20, 20]);
  });

  test('comes at the time limit, but each network has run at least once', () => {
    const { field, stoppedBy } = simulate({ ids: ['a', 'b', 'c'], timeOf: () => 50, rules: { maxMs: 60 } });
    expect(stoppedBy).toBe('time');
    expect(field.rounds).toBe(1);
  });

  test('takes earlier samples into account', () => {
    const before = { a: new Array<number>(19).fill(3), b: new Array<number>(20).fill(4), gone: [1] };
    const field = new Field(['a', 'b'], FIELD_RULES, before);
    expect(field.stopReason(0)).toBeUndefined();
    field.record('a', 3);
    expect(field.stopReason(0)).toBe('precision');
    expect(before.a).toHaveLength(19);
  });

  test('knows who is precise', () => {
    const field = new Field(['a', 'b'], FIELD_RULES, { a: [1, 2, 3, 4, 5, 6, 7], b: new Array<number>(7).fill(1) }); // prettier-ignore
    expect(['a', 'b'].map((id) => field.isPrecise(id))).toEqual([false, true]);
  });

  test('when precise costs the intervals little of their 95 %', () => {
    const random = uniform(77);
    const hits = Array.from({ length: 600 }, (_, seed) => {
      // log-normal by the central limit: median 10 ms, spread 15 %, now and then a stall
      const timeOf = () => {
        const normal = Array.from({ length: 12 }, random).reduce((sum, u) => sum + u, -6);
        return 10 * Math.exp(0.15 * normal) * (random() < 0.02 ? 4 : 1);
      };
      const truth = 10 * Math.exp(0.15 * 0.0251); // the stalls shift the median to quantile 0.51 of the rest
      const { field } = simulate({ ids: ['a'], timeOf, seed });
      const { low, high } = field.summaryOf('a').interval;
      return low <= truth && truth <= high;
    });
    const coverage = hits.filter(Boolean).length / hits.length;
    expect(coverage).toBeGreaterThan(0.92); // 0.945; a single look at a fixed number of runs would give 0.95 or more
  });
});

describe('the remaining time', () => {
  test('is what the limit leaves while nothing is known', () => {
    expect(new Field(['a'], FIELD_RULES).remainingMs(0)).toBe(60_000);
  });

  test('of quiet networks is that of the rounds still to run', () => {
    const field = new Field(['a', 'b'], FIELD_RULES, { a: new Array<number>(10).fill(1), b: new Array<number>(10).fill(3) }); // prettier-ignore
    // 20 runs took 40 ms, 20 more are to come
    expect(field.remainingMs(40)).toBeCloseTo(40, 9);
    expect([field.expectedRuns(0), field.expectedRuns(40)]).toEqual([40, 40]);
  });

  test('grows with the square of the width', () => {
    const samples = Array.from({ length: 100 }, (_, i) => 10 + (i - 49.5) * 0.1);
    const width = relativeHalfWidth(summarize(samples));
    const field = new Field(['a'], { ...FIELD_RULES, precision: width / 2 }, { a: samples });
    expect(field.expectedRuns(1000)).toBe(400);
  });

  test('never exceeds the limit', () => {
    const field = new Field(['a'], { ...FIELD_RULES, precision: 0 }, { a: [1, 2, 3, 4, 5, 6, 7] });
    expect(field.remainingMs(59_000)).toBe(1000);
    expect(field.remainingMs(61_000)).toBe(0);
    expect(field.expectedRuns(30_000)).toBe(14);
  });
});
