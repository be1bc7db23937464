// Which batch norms a convolution takes in, and what its filters then are.
import { isKind, type Graph, type Node } from '../../graph/ir.ts';
import { foldNorm, type Filters } from '../../weights/fold.ts';
import { tensorOf, type NamedTensors } from '../../weights/tensors.ts';

export interface FoldedNorms {
  /** By name of the convolution. */
  readonly filters: ReadonlyMap<string, Filters>;
  /** Names of the batch norms that are gone. */
  readonly norms: ReadonlySet<string>;
}

export const NOTHING_FOLDED: FoldedNorms = { filters: new Map(), norms: new Set() };

/** Every batch norm that is the only reader of a convolution. */
export function foldedNorms(graph: Graph, weights: NamedTensors): FoldedNorms {
  const nodes = new Map(graph.nodes.map((node) => [node.name, node]));
  const readers = new Map<string, number>();
  for (const name of graph.nodes.flatMap(({ inputs }) => inputs))
    readers.set(name, (readers.get(name) ?? 0) + 1);
  const filters = new Map<string, Filters>();
  const norms = new Set<string>();
  const fold = (conv: Node<'conv'>, norm: Node<'batchNorm'>) => {
    const tensor = (suffix: string) => tensorOf(weights, `${norm.name}.${suffix}`);
    const weight = tensorOf(weights, `${conv.name}.weight`);
    const bias = conv.op.bias ? tensorOf(weights, `${conv.name}.bias`) : undefined;
    norms.add(norm.name);
    filters.set(
      conv.name,
      foldNorm(
        { weight, bias },
        {
          scale: tensor('weight'),
          shift: tensor('bias'),
          mean: tensor('_mean'),
          variance: tensor('_variance'),
          epsilon: norm.op.epsilon,
        },
      ),
    );
  };
  for (const norm of graph.nodes) {
    const conv = nodes.get(norm.inputs[0] ?? '');
    if (isKind(norm, 'batchNorm') && conv && isKind(conv, 'conv') && readers.get(conv.name) === 1)
      fold(conv, norm);
  }
  return { filters, norms };
}
