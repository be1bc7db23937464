// ShuffleNetV2 as every framework writes it: its stage table, the width of its head.
import type { NetConfig } from '../../config/netConfig.ts';
import { widthAt } from '../../families/shuffleWidths.ts';
import { COLUMNS } from '../columns.ts';
import { planOf, type Plan } from '../plan.ts';

interface ShuffleNetV2Plan {
  readonly plan: Plan;
  /** Whether any stage has units behind its first one. */
  readonly hasShuffleUnits: boolean;
  /** Channels of the last convolution; 0 where there is none. */
  readonly width: number;
}

export const shufflenetv2Plan = (config: NetConfig): ShuffleNetV2Plan => ({
  plan: planOf(config, {
    layout: 'names',
    columns: [COLUMNS.channels, COLUMNS.kernel, COLUMNS.stride],
    about: 'one unit',
  }),
  hasShuffleUnits: config.depths.some((depth) => depth > 1),
  width: config.lastConv > 0 ? widthAt('last', config.lastConv, config.scale) : 0,
});
