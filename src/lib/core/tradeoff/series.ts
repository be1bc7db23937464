// Points of the trade-off chart: published accuracies against one axis, one series per family.
import { COMPETITORS } from '../facts/comparison.ts';
import type { NetConfig } from '../config/netConfig.ts';
import type { Family } from '../families/family.ts';
import { isProtocol, type AxisId } from './axes.ts';

export interface Point {
  readonly name: string;
  /** In the axis' unit: ms, or millions. */
  readonly x: number;
  /** ImageNet top-1 in percent. */
  readonly top1: number;
  /** What to set to explore this very network, where this program can. */
  readonly change?: Partial<NetConfig>;
}

export interface Series {
  readonly family: string;
  readonly points: readonly Point[];
}

interface SeriesRequest {
  readonly axis: AxisId;
  readonly family: Family;
  /** MACs, parameters (with statistics, in millions) of a network of the family, and its latency measured here, if known. */
  readonly count: (change: Partial<NetConfig>) => {
    readonly macs: number;
    readonly params: number;
    readonly here?: number;
  };
}

/** The family's published widths (plain recipe), joined; then every competitor of the comparison table that has the axis. */
export function tradeoffSeries({ axis, family, count }: SeriesRequest): readonly Series[] {
  const own = family.published.flatMap(({ name, recipe, ablation, change, top1, latencyMs }): Point[] => {
    if (recipe !== 'plain' || ablation) return [];
    const x = isProtocol(axis) ? latencyMs[axis] : count(change)[axis];
    return x === undefined ? [] : [{ name, x, top1, change }];
  });
  return [{ family: family.label, points: own }, ...competitorSeries(axis)].filter(
    ({ points }) => points.length > 0,
  );
}

function competitorSeries(axis: AxisId): readonly Series[] {
  const valueOf = { xeon6148: 'xeonMs', macs: 'macsM', params: 'paramsM' } as const;
  if (axis === 'here' || axis === 'sd855t1') return [];
  const families = [...new Set(COMPETITORS.map(({ family }) => family))];
  return families.map((family) => ({
    family,
    points: COMPETITORS.filter((row) => row.family === family)
      .map((row) => ({ name: row.name, x: row[valueOf[axis]], top1: row.top1 }))
      .sort((a, b) => a.x - b.x),
  }));
}
