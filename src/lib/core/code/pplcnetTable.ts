// The stage table of PP-LCNet, the same in every framework.
import type { Plan } from './plan.ts';
import { COLUMNS } from './columns.ts';

export const PPLCNET_TABLE = {
  layout: 'stages',
  columns: [COLUMNS.channels, COLUMNS.kernel, COLUMNS.stride, COLUMNS.se],
  about: 'one depthwise-separable block',
} as const;

/** SE stands behind the depthwise convolution and sees its channels, those of the block's input. */
export const narrowestExcited = ({ rows }: Plan): number =>
  Math.min(...rows.filter(({ se }) => se).map(({ inChannels }) => inChannels));
