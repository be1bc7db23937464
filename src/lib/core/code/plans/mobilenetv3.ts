// MobileNetV3 as every framework writes it: its stage table, names of a block's parts, the channels of SE and of its head.
import type { NetConfig } from '../../config/netConfig.ts';
import type { BlockRow } from '../../families/family.ts';
import { makeDivisible } from '../../graph/rounding.ts';
import { COLUMNS, expandedColumn, type Column } from '../columns.ts';
import { planOf, type Plan } from '../plan.ts';
import { narrowestExcited } from '../squeezed.ts';

/** Names of a block's parts in the official code. */
export const MOBILENETV3_NAMES = {
  expand: 'expand_conv',
  depthwise: 'bottleneck_conv',
  se: 'mid_se',
  project: 'linear_conv',
};

interface MobileNetV3Plan {
  readonly plan: Plan;
  /** Channels between expansion and projection, as a block's code writes them. */
  readonly expanded: string;
  /** Channels of the convolution before the global average. */
  readonly width: number;
  readonly narrowest: number;
}

/** `act`: the column of activations, which frameworks write differently. */
export function mobilenetv3Plan(config: NetConfig, act: Column): MobileNetV3Plan {
  const expanded = ({ expansion }: BlockRow): number => makeDivisible(expansion * config.scale);
  const wide = expandedColumn(expanded);
  const plan = planOf(config, {
    layout: 'list',
    columns: [COLUMNS.channels, wide, COLUMNS.kernel, COLUMNS.stride, COLUMNS.se, act],
    about: 'one inverted residual',
  });
  const last = plan.rows.at(-1);
  return {
    plan,
    expanded: plan.table.cell(wide),
    width: last ? expanded(last) : 0,
    narrowest: narrowestExcited(plan.rows, expanded),
  };
}
