// Where a part of a network stands, in words that all families share: the stem, the body by how much smaller its output is than
// the input, the head. Families cut and name their stages differently; a resolution is the same thing in all of them.
import type { Pair } from '../config/netConfig.ts';
import type { Block, Graph, Node } from '../graph/ir.ts';

/** `/8`: an eighth of the input's height and width; `/8×4` where they differ. */
export type Place = 'stem' | 'head' | `/${string}`;

const UNIT: Pair = [1, 1];

const strideOf = ({ op }: Node): Pair => (op.kind === 'conv' || op.kind === 'maxPool' ? op.stride : UNIT);

/** The product of all strides up to each node, per axis. Sizes would not do: 225 pixels over 32 are 8, and 225 / 8 is not 32. */
function reductionsOf({ nodes }: Graph): readonly Pair[] {
  const known = new Map<string, Pair>();
  return nodes.map((node) => {
    const before = known.get(node.inputs[0] ?? '') ?? UNIT;
    const stride = strideOf(node);
    const here: Pair = [before[0] * stride[0], before[1] * stride[1]];
    known.set(node.name, here);
    return here;
  });
}

const bodyPlace = ([height, width]: Pair): Place => (height === width ? `/${height}` : `/${height}×${width}`);

/** The place of each block, by its id. The input has none. */
export function placesOf(graph: Graph): ReadonlyMap<string, Place> {
  const reductions = reductionsOf(graph);
  const placeOf = ({ role, end }: Block): Place =>
    role === 'stem' || role === 'head' ? role : bodyPlace(reductions[end - 1] ?? UNIT);
  return new Map(
    graph.blocks.filter(({ role }) => role !== 'input').map((block) => [block.id, placeOf(block)]),
  );
}

/** By how much the area has shrunk. */
function rank(place: Place): number {
  if (place === 'stem') return 0;
  if (place === 'head') return Infinity;
  const [height = 1, width = height] = place.slice(1).split('×').map(Number);
  return height * width;
}

/** Stem first, head last, the body from fine to coarse; each once. */
export const inOrder = (places: Iterable<Place>): readonly Place[] =>
  [...new Set(places)].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
