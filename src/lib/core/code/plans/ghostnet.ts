// GhostNet as every framework writes it: its stage table, the channels of SE and of its head.
import type { NetConfig } from '../../config/netConfig.ts';
import type { BlockRow } from '../../families/family.ts';
import { makeDivisible } from '../../graph/rounding.ts';
import { COLUMNS, expandedColumn } from '../columns.ts';
import { planOf, type Plan } from '../plan.ts';
import { narrowestExcited } from '../squeezed.ts';

interface GhostNetPlan {
  readonly plan: Plan;
  /** Channels between the two ghost modules, as a block's code writes them. */
  readonly expanded: string;
  /** Channels of the convolution before the global average. */
  readonly width: number;
  readonly narrowest: number;
}

export function ghostnetPlan(config: NetConfig): GhostNetPlan {
  const expanded = ({ expansion }: BlockRow): number => makeDivisible(expansion * config.scale, 4);
  const wide = expandedColumn(expanded);
  const plan = planOf(config, {
    layout: 'list',
    columns: [COLUMNS.channels, wide, COLUMNS.kernel, COLUMNS.stride, COLUMNS.se],
    about: 'one ghost bottleneck',
  });
  const last = plan.rows.at(-1);
  return {
    plan,
    expanded: plan.table.cell(wide),
    width: last ? expanded(last) : 0,
    narrowest: narrowestExcited(plan.rows, expanded),
  };
}
