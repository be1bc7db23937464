// Parameters: trainable ones, and all stored ones (with batch-norm statistics, as Paddle and Keras print them).
import { isKind, type Node, type OpKind } from '../graph/ir.ts';
import { FLOAT32_BYTES, type Metric } from './metric.ts';
import { counted, NOTHING, term, valueOf, weighted, type Term, type Weights } from './terms.ts';

type Terms<K extends OpKind> = (node: Node<K>) => readonly Term[];

const NO_WINDOW: readonly number[] = [];
const channelsIn = (node: Node): number => node.inputShapes[0]?.[2] ?? 0;

/** Weights of a convolution; followed by `· H·W` it is also its multiply–accumulates. */
export function convWeights(node: Node<'conv'>): Term {
  const { kernel, groups, outChannels } = node.op;
  const isSpatial = kernel[0] > 1 || kernel[1] > 1;
  const window = isSpatial ? kernel : NO_WINDOW;
  const prefix = isSpatial ? 'k·k·' : '';
  const perGroup = channelsIn(node) / groups;
  if (groups > 1 && perGroup === 1) return term(`${prefix}C`, ...window, outChannels);
  const symbols = groups > 1 ? `${prefix}C_in/g·C_out` : `${prefix}C_in·C_out`;
  return term(symbols, ...window, perGroup, outChannels);
}

const TRAINABLE: { readonly [K in OpKind]?: Terms<K> } = {
  conv: (node) =>
    node.op.bias ? [convWeights(node), term('C_out', node.op.outChannels)] : [convWeights(node)],
  batchNorm: (node) => [term('2·C', 2, channelsIn(node))],
  activation: (node) => (node.op.function === 'prelu' ? [term('C', channelsIn(node))] : NOTHING),
  linear: (node) => [
    term('C_in·C_out', channelsIn(node), node.op.outFeatures),
    term('C_out', node.op.outFeatures),
  ],
};

export const trainableTerms = (node: Node): readonly Term[] =>
  (TRAINABLE[node.op.kind] as Terms<OpKind> | undefined)?.(node) ?? NOTHING;

/** Batch norm stores a running mean and variance besides its scale and shift. */
const storedTerms = (node: Node): readonly Term[] =>
  isKind(node, 'batchNorm') ? [term('4·C', 4, channelsIn(node))] : trainableTerms(node);

export const params = { id: 'params', unit: 'count', ...counted(trainableTerms) } as const satisfies Metric;

const stored = counted(storedTerms, (node, i, graph) =>
  isKind(node, 'batchNorm') ? valueOf(storedTerms(node)) : (params.perLayer(graph)[i] ?? 0),
);

export const paramsWithStatistics = {
  id: 'paramsWithStatistics',
  unit: 'count',
  ...stored,
} as const satisfies Metric;

const STORED_BYTES: Weights = [[stored, FLOAT32_BYTES]];

/** Size of the weight file: every stored parameter as 32-bit float. */
export const weightBytes = {
  id: 'weightBytes',
  unit: 'bytes',
  ...weighted(() => STORED_BYTES),
} as const satisfies Metric;
