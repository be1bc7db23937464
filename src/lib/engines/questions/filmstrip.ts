// filmstrip: each block's strongest maps of the current input, from the stem to the last block.
import type { Graph } from '../../core/graph/ir.ts';
import type { Values } from '../engine.ts';
import type { Handler } from './question.ts';
import { strongestMaps } from './smallMaps.ts';
import { tapNodes } from './tap.ts';

const MAPS = 3;
const MAX_SIDE = 56;

/** The last node of every block that still has a picture to show. */
const endsOf = ({ nodes, blocks }: Graph) =>
  blocks.flatMap(({ id, role, end }) => {
    const node = nodes[end - 1];
    return node && (role === 'stem' || role === 'body') ? [{ block: id, node }] : [];
  });

export const filmstrip: Handler<'filmstrip'> = async ({ maps = MAPS, maxSide = MAX_SIDE }, context) => {
  const { ready, values } = await tapNodes(context, ({ loaded }) =>
    endsOf(loaded.graph).map(({ node: { name } }) => name),
  );
  return endsOf(ready.loaded.graph).map(({ block, node: { name, shape } }) => ({
    block,
    node: name,
    shape,
    maps: strongestMaps({ values: values.get(name) as Values, shape, count: maps, maxSide }),
  }));
};
