// Channels between the two layers of SE, as a Python expression.
import type { NetConfig } from '../config/netConfig.ts';
import type { BlockRow } from '../families/family.ts';

/** Fewest channels that any SE of the network sees. */
export const narrowestExcited = (rows: readonly BlockRow[], channels: (row: BlockRow) => number): number =>
  Math.min(...rows.filter(({ se }) => se).map(channels));

/** @param narrowest Where they do not suffice, one is left. */
export const squeezed = ({ seReduction }: NetConfig, narrowest: number): string =>
  narrowest < seReduction ? `max(channels // ${seReduction}, 1)` : `channels // ${seReduction}`;
