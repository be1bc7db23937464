// How a block of a network is marked in the figure, against the first network.
import type { BlockPair, Differences } from './differences.ts';
import type { ComparedNetwork } from './network.ts';

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

const WEIGHT: { readonly [M in BlockMark]: number } = { channels: 1, alone: 2, structure: 3 };

/** Marks of one network's blocks (`block:ID`), and of its stages (`stage:ID`), which have the weightiest mark of their blocks. */
export function marksOf(
  { blocks }: Differences,
  { rows }: Pick<ComparedNetwork, 'rows'>,
): ReadonlyMap<string, BlockMark> {
  const marks = new Map<string, BlockMark>();
  for (const pair of blocks) {
    const row = rows[(pair.other ?? 0) - 1];
    const mark = markOf(pair);
    if (!row || !mark) continue;
    marks.set(`block:${row.id}`, mark);
    const stage = marks.get(`stage:${row.stage}`);
    if (!stage || WEIGHT[stage] < WEIGHT[mark]) marks.set(`stage:${row.stage}`, mark);
  }
  return marks;
}
