// MobileNetV2 as every framework writes it: its stage table, names of a block's parts, the width of its head.
import type { NetConfig } from '../../config/netConfig.ts';
import { scaledDown } from '../../graph/rounding.ts';
import { COLUMNS } from '../columns.ts';
import { planOf, type Plan } from '../plan.ts';

/** Names of a block's parts in the official code. */
export const MOBILENETV2_NAMES = {
  expand: '_expand_conv',
  depthwise: '_bottleneck_conv',
  se: 'se',
  project: '_linear_conv',
};

interface MobileNetV2Plan {
  readonly plan: Plan;
  /** Channels of the last convolution; 0 where there is none. */
  readonly width: number;
}

export const mobilenetv2Plan = (config: NetConfig): MobileNetV2Plan => ({
  plan: planOf(config, {
    layout: 'stages',
    columns: [COLUMNS.channels, COLUMNS.expansion, COLUMNS.kernel, COLUMNS.stride],
    about: 'one inverted residual',
  }),
  width: config.lastConv > 0 ? scaledDown(config.lastConv, Math.max(1, config.scale)) : 0,
});
