// What a measured field says: how its order agrees with a published one, how MACs explain latency, and the paper's lesson. As data;
// pages put it into words.
import { pearson, spearman } from './correlation.ts';
import { changedPairs, kendallTauB, surprises, type Surprise } from './kendall.ts';
import type { LessonId } from './networks.ts';

export interface Measured {
  readonly key: string;
  /** Median, ms. */
  readonly ms: number;
  readonly low: number;
  readonly high: number;
}

export interface OrderFinding {
  /** Networks that have both values. */
  readonly count: number;
  readonly tau: number;
  readonly changed: number;
  readonly pairs: number;
  /** Those that moved furthest, at most three; ids are keys. */
  readonly surprises: readonly Surprise[];
}

const MOST_SURPRISES = 3;

/** Fewer than three networks have no order to speak of. */
const LEAST = 3;

/** @param before a published latency by key, ms; undefined where there is none */
export function orderFinding(
  measured: readonly Measured[],
  before: (key: string) => number | undefined,
): OrderFinding | undefined {
  const both = measured.flatMap(({ key, ms }) => {
    const a = before(key);
    return a === undefined ? [] : [{ id: key, a, b: ms }];
  });
  if (both.length < LEAST) return undefined;
  return {
    count: both.length,
    tau: kendallTauB(both),
    changed: changedPairs(both).length,
    pairs: (both.length * (both.length - 1)) / 2,
    surprises: surprises(both).slice(0, MOST_SURPRISES),
  };
}

export interface CorrelationFinding {
  readonly count: number;
  readonly pearson: number;
  readonly spearman: number;
}

/** How well a count (MACs) predicts what was measured. */
export function correlationFinding(
  measured: readonly Measured[],
  countOf: (key: string) => number,
): CorrelationFinding | undefined {
  if (measured.length < LEAST) return undefined;
  const [counts, times] = [measured.map(({ key }) => countOf(key)), measured.map(({ ms }) => ms)];
  return { count: measured.length, pearson: pearson(counts, times), spearman: spearman(counts, times) };
}

export interface LessonFinding {
  readonly lesson: LessonId;
  /** Time of the network with it everywhere, relative to that with it late only; and what is certain of it: low over high, high over low. */
  readonly ratio: number;
  readonly lowest: number;
  readonly highest: number;
}

export function lessonFinding(
  lesson: LessonId,
  everywhere: Measured | undefined,
  late: Measured | undefined,
): LessonFinding | undefined {
  if (!everywhere || !late) return undefined;
  return {
    lesson,
    ratio: everywhere.ms / late.ms,
    lowest: everywhere.low / late.high,
    highest: everywhere.high / late.low,
  };
}
