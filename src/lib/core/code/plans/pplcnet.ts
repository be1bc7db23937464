// PP-LCNet as every framework writes it: its stage table, names of a block's parts, the channels that SE sees.
import type { NetConfig } from '../../config/netConfig.ts';
import { COLUMNS } from '../columns.ts';
import { planOf, type Plan } from '../plan.ts';
import { narrowestExcited } from '../squeezed.ts';

/** Names of a block's convolutions in the official code. */
export const PPLCNET_NAMES = { depthwise: 'dw_conv', pointwise: 'pw_conv' };

interface PPLCNetPlan {
  readonly plan: Plan;
  readonly narrowest: number;
}

export function pplcnetPlan(config: NetConfig): PPLCNetPlan {
  const plan = planOf(config, {
    layout: 'stages',
    columns: [COLUMNS.channels, COLUMNS.kernel, COLUMNS.stride, COLUMNS.se],
    about: 'one depthwise-separable block',
  });
  // behind the depthwise convolution are the channels of the block's input
  return { plan, narrowest: narrowestExcited(plan.rows, ({ inChannels }) => inChannels) };
}
