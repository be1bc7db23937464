// gates: what every squeeze-and-excitation unit multiplies its channels with, on the current input.
import type { Graph } from '../../core/graph/ir.ts';
import type { Values } from '../engine.ts';
import type { Handler } from './question.ts';
import { tapNodes } from './tap.ts';

const gatesOf = ({ nodes }: Graph) =>
  nodes.flatMap(({ op, inputs: [, node], path }) =>
    op.kind === 'multiply' && node !== undefined ? [{ block: path[1], node }] : [],
  );

export const gates: Handler<'gates'> = async (_args, context) => {
  const { ready, values } = await tapNodes(context, ({ loaded }) =>
    gatesOf(loaded.graph).map(({ node }) => node),
  );
  return gatesOf(ready.loaded.graph).map((gate) => ({ ...gate, values: values.get(gate.node) as Values }));
};
