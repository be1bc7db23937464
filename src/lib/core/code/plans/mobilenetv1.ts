// MobileNetV1 as every framework writes it: its stage table, names of a block's parts.
import type { NetConfig } from '../../config/netConfig.ts';
import { COLUMNS } from '../columns.ts';
import { planOf, type Plan } from '../plan.ts';

/** Names of a block's convolutions in the official code. */
export const MOBILENETV1_NAMES = { depthwise: '_depthwise_conv', pointwise: '_pointwise_conv' };

export const mobilenetv1Plan = (config: NetConfig): Plan =>
  planOf(config, {
    layout: 'names',
    columns: [COLUMNS.channels, COLUMNS.kernel, COLUMNS.stride],
    about: 'one depthwise-separable block',
  });
