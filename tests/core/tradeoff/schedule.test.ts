// The schedule of a field: rounds, shuffling, batches, and going on from samples alone.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { batchesWithin, nextRun, shuffled, type Schedule } from '../../../src/lib/core/tradeoff/schedule.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];

/** The order of `count` runs, from given counts on. */
function play(schedule: Schedule, count: number, runs = new Map<string, number>()) {
  return Array.from({ length: count }, () => {
    const next = nextRun(schedule, (id) => runs.get(id) ?? 0);
    runs.set(next.id, (runs.get(next.id) ?? 0) + 1);
    return next;
  });
}
const together = (seed: number): Schedule => ({ batches: [ids], roundsPerTurn: 5, seed });
const names = (order: ReturnType<typeof play>) => order.map(({ id }) => id).join('');

describe('rounds', () => {
  test('hold every network once, whatever the seed', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const order = play(together(seed), 30);
        for (let round = 0; round < 6; round++) {
          const runs = order.slice(5 * round, 5 * round + 5);
          expect(runs.map(({ id }) => id).sort()).toEqual(ids);
          expect(runs.every((run) => run.round === round)).toBe(true);
        }
      }),
    );
  });

  test('come in ever new orders, the same for the same seed', () => {
    const orders = names(play(together(1), 50)).match(/.{5}/g);
    expect(new Set(orders).size).toBeGreaterThan(7);
    expect(names(play(together(1), 50))).toBe(names(play(together(1), 50)));
    expect(names(play(together(1), 50))).not.toBe(names(play(together(2), 50)));
  });

  test('go on from samples alone, also in the middle of a round', () => {
    const whole = names(play(together(3), 40));
    const counts = new Map<string, number>();
    const first = names(play(together(3), 13, counts));
    expect(first + names(play(together(3), 27, counts))).toBe(whole);
  });

  test('let a network that lags behind catch up', () => {
    const counts = new Map(ids.map((id) => [id, id === 'c' ? 1 : 3]));
    expect(names(play(together(1), 2, counts))).toBe('cc');
  });

  test('of no network cannot be asked for', () => {
    expect(() => nextRun({ ...together(1), batches: [] }, () => 0)).toThrow('without networks');
  });
});

describe('shuffling', () => {
  test('puts every item in every place about equally often', () => {
    const places = ids.map(() => new Array<number>(5).fill(0));
    for (let round = 0; round < 5000; round++)
      shuffled([0, 1, 2, 3, 4], { seed: 9, name: `round ${round}` }).forEach((item, place) => {
        const counts = places[item] as number[];
        counts[place] = (counts[place] as number) + 1;
      });
    // 1000 expected, standard deviation 28
    expect(Math.min(...places.flat())).toBeGreaterThan(880);
    expect(Math.max(...places.flat())).toBeLessThan(1120);
  });
});

describe('batches', () => {
  const schedule = { batches: [['a', 'b'], ['c']], roundsPerTurn: 2, seed: 1 };

  test('take turns, there and back, so that the one at the turn stays on the device', () => {
    // two rounds of a and b, four of c, four of a and b, …
    expect(
      play(schedule, 18)
        .map(({ batch }) => batch)
        .join(''),
    ).toBe('000011110000000011');
  });

  test('fit in the budget, and a network that is too large is alone', () => {
    const sized = fc.array(fc.integer({ min: 1, max: 130 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(sized, (sizes) => {
        const networks = sizes.map((bytes, i) => ({ id: String(i), bytes }));
        const batches = batchesWithin(networks, { budget: 100, seed: 1 });
        expect(batches.flat().sort()).toEqual(networks.map(({ id }) => id).sort());
        for (const batch of batches) {
          const bytes = batch.reduce((sum, id) => sum + (sizes[Number(id)] as number), 0);
          expect(batch.length === 1 || bytes <= 100).toBe(true);
        }
      }),
    );
  });

  test('are one where memory allows', () => {
    const networks = ids.map((id) => ({ id, bytes: 1 }));
    expect(batchesWithin(networks, { budget: 5, seed: 1 })).toHaveLength(1);
  });
});
