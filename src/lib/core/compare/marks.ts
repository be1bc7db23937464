// How a block of a network is marked in the figure, against the first network.
import type { BlockPair } from './differences.ts';

/**
 * `structure`: kernel, stride, SE, expansion or activation is another. `channels`: only its width is. `alone`: the first network has
 * no block in its place.
 */
export type BlockMark = 'structure' | 'channels' | 'alone';

/** Undefined where both are alike. */
export function markOf({ base, differing }: Pick<BlockPair, 'base' | 'differing'>): BlockMark | undefined {
  if (base === undefined) return 'alone';
  if (differing.some((fact) => fact !== 'channels')) return 'structure';
  return differing.length > 0 ? 'channels' : undefined;
}
