// A goal for a network: bounds of its totals.

/** Totals that a goal may ask for. */
export type GoalMetric = 'params' | 'macs' | 'receptiveField';
type Bounds = Readonly<Partial<Record<GoalMetric, number>>>;
type Totals = Readonly<Record<GoalMetric, number>>;

export interface Goal {
  readonly atMost?: Bounds;
  readonly atLeast?: Bounds;
}

export interface Condition {
  readonly kind: 'atMost' | 'atLeast';
  readonly metric: GoalMetric;
  readonly bound: number;
  readonly met: boolean;
}

/** Every bound of a goal, and whether these totals keep it. */
export function conditionsOf(goal: Goal, totals: Totals): readonly Condition[] {
  return (['atMost', 'atLeast'] as const).flatMap((kind) =>
    (Object.entries(goal[kind] ?? {}) as (readonly [GoalMetric, number])[]).map(([metric, bound]) => {
      const met = kind === 'atMost' ? totals[metric] <= bound : totals[metric] >= bound;
      return { kind, metric, bound, met };
    }),
  );
}

export const isReached = (goal: Goal, totals: Totals): boolean =>
  conditionsOf(goal, totals).every(({ met }) => met);
