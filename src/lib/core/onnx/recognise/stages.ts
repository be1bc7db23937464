// How a sequence of blocks falls into PP-LCNet's five stages, and which width multiplier and widths give their channels.
import type { NetConfig, Pair } from '../../config/netConfig.ts';
import { widthsFrom } from '../../families/inferred.ts';
import { pplcnet } from '../../families/pplcnet.ts';
import type { FoundBlock, FoundNetwork } from './network.ts';
import { outChannels } from './rule.ts';
import { refuse } from './dataflow.ts';

const UNIT_STRIDE = '1,1';
const STAGES = pplcnet.stages.length;

/** Index of each stage's first block. */
const startsOf = (depths: readonly number[]): readonly number[] =>
  depths.map((_, s) => depths.slice(0, s).reduce((sum, depth) => sum + depth, 0));

const widthAfter = ({ pointwise }: FoundBlock): number => outChannels(pointwise.affine);

/**
 * A stage begins where the stride or the width changes. Where that gives fewer than five, the official table decides, else the first
 * blocks are stages of their own: the network is the same.
 */
function depthsOf(blocks: readonly FoundBlock[]): readonly number[] {
  const needed = blocks.flatMap((block, i) => {
    const before = blocks[i - 1];
    const changes = before && widthAfter(before) !== widthAfter(block);
    return i > 0 && (changes || block.depthwise.affine.stride.join() !== UNIT_STRIDE) ? [i] : [];
  });
  const [first] = blocks;
  const surplus = blocks[needed[STAGES - 1] ?? -1];
  if (surplus)
    refuse(
      surplus.depthwise.affine.step,
      `at most ${STAGES} stages (changes of stride or width)`,
      'one more',
    );
  if (first && first.depthwise.affine.stride.join() !== UNIT_STRIDE)
    refuse(
      first.depthwise.affine.step,
      'a stride of 1 in the first block',
      first.depthwise.affine.stride.join('×'),
    );
  const { depths } = pplcnet.defaults;
  const official = startsOf(depths);
  if (
    depths.reduce((sum, depth) => sum + depth, 0) === blocks.length &&
    needed.every((i) => official.includes(i))
  )
    return depths;
  const free = blocks.map((_, i) => i).filter((i) => i > 0 && !needed.includes(i));
  const starts = [0, ...needed, ...free.slice(0, STAGES - 1 - needed.length)].sort((a, b) => a - b);
  return starts.map((start, s) => (starts[s + 1] ?? blocks.length) - start);
}

type Widths = Pick<NetConfig, 'scale' | 'widths'>;

/** A stage's blocks are equally wide: it begins where the width changes. */
function widthsOf(found: FoundNetwork, depths: readonly number[]): Widths {
  const firsts = startsOf(depths).flatMap((start) => found.blocks[start] ?? []);
  const channels = [outChannels(found.stem.affine), ...firsts.map(widthAfter)];
  const odd = [found.stem, ...found.blocks.map(({ pointwise }) => pointwise)].find(
    ({ affine }) => outChannels(affine) % 8,
  );
  return (
    widthsFrom(channels) ??
    refuse((odd ?? found.stem).affine.step, 'output channels in multiples of 8', channels.join(', '))
  );
}

/** Throws OnnxError where no settings give these blocks. */
export function stagesOf(found: FoundNetwork): Widths & Pick<NetConfig, 'depths' | 'strides'> {
  const depths = depthsOf(found.blocks);
  const strideOf = (index: number): Pair => found.blocks[index]?.depthwise.affine.stride ?? [1, 1];
  // the first stage has no entry in the list
  const strides = [found.stem.affine.stride, ...startsOf(depths).slice(1).map(strideOf)];
  return { depths, strides, ...widthsOf(found, depths) };
}
