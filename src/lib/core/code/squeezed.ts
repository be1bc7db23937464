// Channels between the two layers of SE, as a Python expression.
import type { NetConfig } from '../config/netConfig.ts';

/** @param narrowest Fewest channels that any SE of the network sees: where they do not suffice, one is left. */
export const squeezed = ({ seReduction }: NetConfig, narrowest: number): string =>
  narrowest < seReduction ? `max(channels // ${seReduction}, 1)` : `channels // ${seReduction}`;
