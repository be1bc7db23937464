// A network in a comparison: its configuration, and everything that follows from it.
import { analyze, type Analysis } from '../analyze.ts';
import type { NetConfig } from '../config/netConfig.ts';
import type { BlockRow, Family } from '../families/family.ts';
import { FAMILIES } from '../families/index.ts';
import { METRICS, type MetricId } from '../metrics/index.ts';
import { configKey } from '../options.ts';

export interface ComparedNetwork {
  readonly config: NetConfig;
  /** Equal networks have equal keys. */
  readonly key: string;
  readonly family: Family;
  readonly rows: readonly BlockRow[];
  readonly analysis: Analysis<MetricId>;
}

export function networkOf(config: NetConfig): ComparedNetwork {
  const family = FAMILIES[config.family];
  return {
    config,
    key: configKey(config),
    family,
    rows: family.rows(config),
    analysis: analyze(family.build(config), METRICS),
  };
}
