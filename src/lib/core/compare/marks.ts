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

/** Of a stage: an added block is another structure, unless all of them are alone. */
function together(marks: readonly (BlockMark | undefined)[]): BlockMark | undefined {
  if (marks.every((mark) => mark === 'alone')) return 'alone';
  if (marks.some((mark) => mark === 'structure' || mark === 'alone')) return 'structure';
  return marks.find((mark) => mark === 'channels');
}

/** Marks of one network's blocks (`block:ID`) and stages (`stage:ID`). */
export function marksOf(
  { blocks }: Differences,
  { rows }: Pick<ComparedNetwork, 'rows'>,
): ReadonlyMap<string, BlockMark> {
  const pairOf = new Map(blocks.map((pair) => [pair.other, pair]));
  const own = rows.map(({ id, stage, number }) => {
    const pair = pairOf.get(number);
    return { id, stage, mark: pair && markOf(pair) };
  });
  const stages = [...new Set(own.map(({ stage }) => stage))].map((stage) => {
    const marks = own.filter((block) => block.stage === stage).map(({ mark }) => mark);
    return [`stage:${stage}`, together(marks)] as const;
  });
  const marks = [...own.map(({ id, mark }) => [`block:${id}`, mark] as const), ...stages];
  return new Map(marks.flatMap(([key, mark]) => (mark ? [[key, mark] as const] : [])));
}
