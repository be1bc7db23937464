// What is compared of two blocks that stand for each other.
import type { Activation, KernelSize, Pair } from '../config/netConfig.ts';
import type { BlockRow } from '../families/family.ts';

export interface BlockFacts {
  /** Undefined where the block has no convolution of that size. */
  readonly kernel: KernelSize | undefined;
  readonly stride: Pair;
  readonly se: boolean;
  /** As the family's table has it: a factor, or channels at scale 1. Undefined where blocks do not expand. */
  readonly expansion: number | undefined;
  readonly activation: Activation;
  readonly channels: readonly [input: number, output: number];
}

export type BlockFact = keyof BlockFacts;

export const BLOCK_FACTS = [
  'kernel',
  'stride',
  'se',
  'expansion',
  'activation',
  'channels',
] as const satisfies readonly BlockFact[];

export const factsOf = (row: BlockRow): BlockFacts => ({
  kernel: row.hasKernel ? row.kernel : undefined,
  stride: row.stride,
  se: row.se,
  expansion: row.expansion === 0 ? undefined : row.expansion,
  activation: row.activation,
  channels: [row.inChannels, row.outChannels],
});
