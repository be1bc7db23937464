// The schedule of a field: in each round every network runs once, in an order drawn anew, so that drift hits all alike.
import { uniformValues } from '../weights/random.ts';

export interface Schedule {
  /**
   * Networks that are on the device together: one batch, unless memory is short. Batches take turns of `roundsPerTurn` rounds,
   * forwards in even turns and backwards in odd ones (A B B A), which cancels steady drift between them.
   */
  readonly batches: readonly (readonly string[])[];
  readonly roundsPerTurn: number;
  readonly seed: number;
}

export interface NextRun {
  readonly id: string;
  /** Counted from 0. */
  readonly round: number;
  readonly batch: number;
}

/** A permutation that depends on nothing but the items, the seed and the name (Fisher and Yates). */
export function shuffled<T>(
  items: readonly T[],
  stream: { readonly seed: number; readonly name: string },
): readonly T[] {
  const order = [...items];
  const draws = uniformValues(stream, order.length);
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.min(i, Math.floor((((draws[i] as number) + 1) / 2) * (i + 1)));
    [order[i], order[j]] = [order[j] as T, order[i] as T];
  }
  return order;
}

/**
 * What runs next, given how often each network has run: nothing else need be remembered, so a stopped measurement continues
 * from its samples alone. Networks that lag behind come first. There must be a network.
 */
export function nextRun(schedule: Schedule, runsOf: (id: string) => number): NextRun {
  const { batches, roundsPerTurn, seed } = schedule;
  const fewest = (ids: readonly string[]): number => Math.min(...ids.map(runsOf));
  const turn = Math.floor(fewest(batches.flat()) / roundsPerTurn);
  const forwards = batches.map((_, i) => i);
  const due = (turn % 2 === 0 ? forwards : forwards.reverse()).find(
    (i) => fewest(batches[i] ?? []) < (turn + 1) * roundsPerTurn,
  );
  const batch = due ?? 0;
  const members = batches[batch] ?? [];
  const round = fewest(members);
  const order = shuffled(members, { seed, name: `round ${round}` });
  const id = order.find((one) => runsOf(one) === round);
  if (id === undefined) throw new Error('a field without networks has no next run');
  return { id, round, batch };
}

interface Sized {
  readonly id: string;
  readonly bytes: number;
}

/** Batches that fit in a budget of bytes, filled in shuffled order, so that no family is bunched. One that is too large alone is alone. */
export function batchesWithin(
  networks: readonly Sized[],
  { budget, seed }: { readonly budget: number; readonly seed: number },
): readonly (readonly string[])[] {
  const batches: { readonly ids: string[]; bytes: number }[] = [];
  for (const { id, bytes } of shuffled(networks, { seed, name: 'batches' })) {
    const roomy = batches.find((batch) => batch.bytes + bytes <= budget);
    if (roomy) {
      roomy.ids.push(id);
      roomy.bytes += bytes;
    } else batches.push({ ids: [id], bytes });
  }
  return batches.map(({ ids }) => ids);
}
