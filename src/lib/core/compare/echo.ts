// A block that is pointed at, and those that stand for it in the other networks.
import type { Differences } from './differences.ts';

export interface Pointed {
  /** Index of the network, and number of its block. */
  readonly network: number;
  readonly block: number;
}

/** Number of the block in each network, the pointed one included; undefined where a network has none. `all`: each against the first. */
export function echoOf(
  all: readonly Differences[],
  { network, block }: Pointed,
): readonly (number | undefined)[] {
  const base = all[network]?.blocks.find(({ other }) => other === block)?.base;
  return all.map(({ blocks }, index) => {
    if (index === network) return block;
    return base === undefined ? undefined : blocks.find((pair) => pair.base === base)?.other;
  });
}
