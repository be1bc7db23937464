// activationMap: where in the current input the score of a class comes from.
import { activationMap as mapOf, hasActivationMap, headOf } from '../../core/trained/activationMap.ts';
import type { Graph, Node } from '../../core/graph/ir.ts';
import type { Values } from '../engine.ts';
import { EngineError } from '../errors.ts';
import type { Handler } from './question.ts';
import { tapNodes } from './tap.ts';

/** What the last block of the body hands on. */
function lastOfBody({ nodes, blocks }: Graph): Node {
  const end = blocks.findLast(({ role }) => role === 'body')?.end ?? 1;
  return nodes[end - 1] as Node;
}

export const activationMap: Handler<'activationMap'> = async ({ classIndex }, context) => {
  const { ready, values } = await tapNodes(context, ({ loaded }) => [lastOfBody(loaded.graph).name]);
  const { config, graph, weights } = ready.loaded;
  if (!hasActivationMap(config)) {
    const cause = 'activation maps are there for PP-LCNet with h-swish alone';
    throw new EngineError('failed', cause, { cause });
  }
  const { name, shape } = lastOfBody(graph);
  const [height, width, channels] = shape;
  const head = headOf(config, weights);
  return {
    height,
    width,
    values: mapOf({ head, values: values.get(name) as Values, channels, classIndex }),
  };
};
