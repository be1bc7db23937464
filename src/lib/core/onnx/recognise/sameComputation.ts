// Whether two graphs compute the same from the same tensors, whatever their nodes are called.
import type { Graph, Node } from '../../graph/ir.ts';
import { isKind } from '../../graph/ir.ts';
import { windowPads } from '../windowPads.ts';

/** What a node computes: pads instead of the rule for them, what dropout leaves; the epsilon of batch norms is in the tensors' hands. */
function essence(node: Node): object {
  const { op } = node;
  if (isKind(node, 'conv') || isKind(node, 'maxPool')) return { ...op, padding: windowPads(node) };
  if (op.kind === 'batchNorm') return { kind: op.kind };
  if (op.kind === 'dropout') return { kind: op.kind, factor: op.mode === 'downscale' ? 1 - op.rate : 1 };
  return op;
}

function shapeOf({ nodes }: Graph): string {
  const index = new Map(nodes.map(({ name }, i) => [name, i]));
  return JSON.stringify(
    nodes.map((node) => [essence(node), node.inputs.map((name) => index.get(name)), node.shape]),
  );
}

export const sameComputation = (a: Graph, b: Graph): boolean => shapeOf(a) === shapeOf(b);
