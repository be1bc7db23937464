// Totals side by side: every metric of every network, and how far it is from that of the first network.
import type { Unit } from '../metrics/metric.ts';
import { METRICS, type MetricId } from '../metrics/index.ts';
import { against, type Against } from './against.ts';
import type { ComparedNetwork } from './network.ts';

export interface ComparedMetric {
  readonly metric: MetricId;
  readonly unit: Unit;
  /** One per network, in their order; the first is compared with itself. */
  readonly values: readonly Against[];
}

/** One row per metric, in the order of METRICS. */
export function compareTotals(networks: readonly ComparedNetwork[]): readonly ComparedMetric[] {
  return METRICS.map(({ id: metric, unit }) => {
    const totals = networks.map(({ analysis }) => analysis.totals[metric]);
    const [base = 0] = totals;
    return { metric, unit, values: totals.map((total) => against(base, total)) };
  });
}
