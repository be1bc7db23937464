// Two orders of the same networks: how well they agree (Kendall's τ_b), which pairs changed places, and who moved most.
import { midranks } from './ranks.ts';

/** One network with its value in each order, for example MACs and milliseconds. */
export interface TwoValues {
  readonly id: string;
  readonly a: number;
  readonly b: number;
}

export interface ChangedPair {
  /** The one that is lower by `a` … */
  readonly lowerByA: string;
  /** … and the one that is lower by `b`. */
  readonly lowerByB: string;
}

export interface Surprise {
  readonly id: string;
  /** 1 for the lowest value; equal values share the mean of their ranks. */
  readonly rankA: number;
  readonly rankB: number;
  /** rankB − rankA: positive where the network is worse by `b` than `a` promised. */
  readonly moved: number;
}

interface Counts {
  concordant: number;
  discordant: number;
  tiedA: number;
  tiedB: number;
}

function* pairs<T>(items: readonly T[]): Generator<readonly [T, T]> {
  for (const [i, one] of items.entries()) for (const other of items.slice(i + 1)) yield [one, other];
}

/**
 * τ_b = (C − D) / √((P − T_a)(P − T_b)) over the P pairs, C in equal order, D in opposite order, T tied (Kendall 1945).
 * From −1 to 1; NaN for fewer than two networks and where one order ties them all.
 */
export function kendallTauB(items: readonly TwoValues[]): number {
  const counts: Counts = { concordant: 0, discordant: 0, tiedA: 0, tiedB: 0 };
  let all = 0;
  for (const [one, other] of pairs(items)) {
    const [signA, signB] = [Math.sign(one.a - other.a), Math.sign(one.b - other.b)];
    all++;
    if (signA === 0) counts.tiedA++;
    if (signB === 0) counts.tiedB++;
    if (signA * signB > 0) counts.concordant++;
    if (signA * signB < 0) counts.discordant++;
  }
  const { concordant, discordant, tiedA, tiedB } = counts;
  return (concordant - discordant) / Math.sqrt((all - tiedA) * (all - tiedB));
}

/** Pairs whose order by `b` is the opposite of that by `a`. A pair that is tied in either order has not changed places. */
export function changedPairs(items: readonly TwoValues[]): readonly ChangedPair[] {
  return [...pairs(items)].flatMap(([one, other]) => {
    if (Math.sign(one.a - other.a) * Math.sign(one.b - other.b) >= 0) return [];
    const [lower, upper] = one.a < other.a ? [one, other] : [other, one];
    return [{ lowerByA: lower.id, lowerByB: upper.id }];
  });
}

/** Networks whose rank differs between the orders, those that moved furthest first; of equals in the order given. */
export function surprises(items: readonly TwoValues[]): readonly Surprise[] {
  const [ranksA, ranksB] = [midranks(items.map(({ a }) => a)), midranks(items.map(({ b }) => b))];
  return items
    .map(({ id }, i): Surprise => {
      const [rankA, rankB] = [ranksA[i] as number, ranksB[i] as number];
      return { id, rankA, rankB, moved: rankB - rankA };
    })
    .filter(({ moved }) => moved !== 0)
    .sort((one, other) => Math.abs(other.moved) - Math.abs(one.moved));
}
