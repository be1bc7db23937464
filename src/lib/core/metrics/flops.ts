// FLOPs under each named convention: what a tool counts per kind of layer, as a table. Values for x1.0 stand in facts.md sec. 3.
import type { Node, OpKind, OpOf } from '../graph/ir.ts';
import { elementCount } from '../graph/shapes.ts';
import { macs } from './macs.ts';
import type { Metric } from './metric.ts';
import { params, trainableTerms } from './params.ts';
import { counted, NOTHING, term, weighted, type Counted, type Term, type Weights } from './terms.ts';

type Terms<K extends OpKind = OpKind> = (node: Node<K>) => readonly Term[];

/** Counts the layers of the kinds named and no others. */
const only = (kinds: Partial<{ readonly [K in OpKind]: Terms<K> }>): Counted =>
  counted((node) => (kinds[node.op.kind] as Terms | undefined)?.(node) ?? NOTHING);

const outputs: Terms = ({ shape }) => [term('H·W·C', ...shape)];

/** ptflops knows these activations by module type; h-swish, swish and hard-sigmoid are not in its table. */
const PTFLOPS_ACTIVATIONS = new Set<OpOf<'activation'>['function']>([
  'relu',
  'relu6',
  'leakyrelu',
  'prelu',
  'elu',
]);

/** torchinfo: stored parameters × output positions. */
const onEveryPosition: Terms = (node) =>
  trainableTerms(node).map(({ symbols, factors }) =>
    term(`${symbols}·H·W`, ...factors, node.shape[0], node.shape[1]),
  );

const normalized = only({ batchNorm: outputs });
const perPosition = counted(onEveryPosition, ({ shape }, i, graph) => {
  const [height, width] = shape;
  return (params.perLayer(graph)[i] ?? 0) * height * width;
});
/** One addition per output of a layer with bias. */
const bias = only({ conv: (node) => (node.op.bias ? outputs(node) : NOTHING), linear: outputs });
const activated = only({
  activation: (node) => (PTFLOPS_ACTIVATIONS.has(node.op.function) ? outputs(node) : NOTHING),
});
const pooled = only({
  maxPool: ({ inputShapes: [shape] }) => (shape ? [term('H_in·W_in·C', ...shape)] : NOTHING),
  globalPool: ({ inputShapes: [shape] }) => (shape ? [term('H_in·W_in·C', ...shape)] : NOTHING),
});
/** Paddle and thop: window area + 1 per pooled output. */
const pooledPlusOne = only({
  globalPool: ({ inputShapes: [shape], shape: out }) => {
    const area = shape ? Math.floor(elementCount(shape) / elementCount(out)) : 0;
    return [term('(H_in·W_in + 1)·C', area + 1, elementCount(out))];
  },
});

/** Per kind of layer what is counted, and how often; kinds left out count nothing. */
type Convention = { readonly [K in OpKind]?: Weights };
const UNCOUNTED: Weights = [];

const MACS = [[macs, 1]] as const;
const MACS_AND_BIAS = [...MACS, [bias, 1]] as const;
const NORM = [[normalized, 2]] as const;

const CONVENTIONS = {
  paddle: { conv: MACS_AND_BIAS, linear: MACS, batchNorm: NORM, globalPool: [[pooledPlusOne, 1]] },
  paddle2024: { conv: MACS_AND_BIAS, linear: MACS, batchNorm: NORM },
  fvcore: { conv: MACS, linear: MACS, batchNorm: NORM, globalPool: [[pooled, 1]] },
  fvcoreMeanPool: { conv: MACS, linear: MACS, batchNorm: NORM },
  thop: { conv: MACS, linear: MACS, batchNorm: [[normalized, 4]], globalPool: [[pooledPlusOne, 1]] },
  ptflops: {
    conv: MACS_AND_BIAS,
    linear: MACS_AND_BIAS,
    batchNorm: NORM,
    globalPool: [[pooled, 1]],
    maxPool: [[pooled, 1]],
    activation: [[activated, 1]],
  },
  ptflopsAten: { conv: MACS_AND_BIAS, linear: MACS_AND_BIAS },
  torchinfo: {
    conv: [[perPosition, 1]],
    linear: [[perPosition, 1]],
    batchNorm: [[params, 1]],
    activation: [[params, 1]],
  },
  macs2x: { conv: [[macs, 2]], linear: [[macs, 2]] },
} as const satisfies Record<string, Convention>;

export type FlopConvention = keyof typeof CONVENTIONS;
export const FLOP_CONVENTIONS = Object.keys(CONVENTIONS) as readonly FlopConvention[];

/** FLOPs of a network under one tool's convention; `id` is `flops.` and the convention's name. */
export function flops<C extends FlopConvention>(convention: C) {
  const parts: Convention = CONVENTIONS[convention];
  return {
    id: `flops.${convention}`,
    unit: 'count',
    ...weighted((node) => parts[node.op.kind] ?? UNCOUNTED),
  } as const satisfies Metric;
}
