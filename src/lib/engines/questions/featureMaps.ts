// featureMaps: what one layer gives on the current input, with each channel's extremes.
import type { Shape } from '../../core/graph/ir.ts';
import type { Values } from '../engine.ts';
import { EngineError } from '../errors.ts';
import type { Handler } from './question.ts';
import { tapNodes } from './tap.ts';

function extremes(values: Values, channels: number): { readonly min: Values; readonly max: Values } {
  const min = new Float32Array(channels).fill(Infinity);
  const max = new Float32Array(channels).fill(-Infinity);
  for (let i = 0; i < values.length; i++) {
    const [c, value] = [i % channels, values[i] as number];
    if (value < (min[c] as number)) min[c] = value;
    if (value > (max[c] as number)) max[c] = value;
  }
  return { min, max };
}

export const featureMaps: Handler<'featureMaps'> = async ({ node }, context) => {
  const { ready, values } = await tapNodes(context, ({ loaded }) => {
    if (!loaded.graph.nodes.some(({ name }) => name === node))
      throw new EngineError('unknownNode', `the network has no layer called ${node}`, { node });
    return [node];
  });
  const shownNode = ready.network.groups.find((group) => group.includes(node))?.at(-1) ?? node;
  const shape = ready.loaded.graph.nodes.find(({ name }) => name === shownNode)?.shape as Shape;
  const data = values.get(node) as Values;
  return { node, shownNode, shape, data, ...extremes(data, shape[2]) };
};
