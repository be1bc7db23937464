// FLOPs under each named convention: what a tool counts per kind of layer, as a table. Values for x1.0 stand in facts.md sec. 3.
import type { Node, OpKind, OpOf } from '../graph/ir.ts';
import { elementCount } from '../graph/shapes.ts';
import { macTerms } from './macs.ts';
import type { Metric } from './metric.ts';
import { trainableTerms } from './params.ts';
import { counted, NOTHING, term, times, type Term } from './terms.ts';

type Count<K extends OpKind = OpKind> = (node: Node<K>) => readonly Term[];
type Convention = { readonly [K in OpKind]?: Count<K> };

const outputs: Count = ({ shape }) => [term('H·W·C', ...shape)];
const inputs: Count = ({ inputShapes: [shape] }) => (shape ? [term('H_in·W_in·C', ...shape)] : NOTHING);
const twice =
  (count: Count): Count =>
  (node) =>
    times(2, count(node));
const fourTimes: Count = (node) => times(4, outputs(node));

/** One addition per output of a convolution with bias. */
const withConvBias: Count<'conv'> = (node) =>
  node.op.bias ? [...macTerms(node), ...outputs(node)] : macTerms(node);
const withLinearBias: Count = (node) => [...macTerms(node), ...outputs(node)];

/** Paddle and thop: window area + 1 per pooled output. */
const poolWindow: Count = ({ inputShapes: [shape], shape: out }) => {
  const window = shape ? Math.floor(elementCount(shape) / elementCount(out)) : 0;
  return [term('(H_in·W_in + 1)·C', window + 1, elementCount(out))];
};

/** ptflops knows these activations by module type; h-swish, swish and hard-sigmoid are not in its table. */
const PTFLOPS_ACTIVATIONS = new Set<OpOf<'activation'>['function']>([
  'relu',
  'relu6',
  'leakyrelu',
  'prelu',
  'elu',
]);

/** torchinfo: stored parameters × output positions of convolutions and linear layers, parameters alone elsewhere. */
const perPosition: Count = (node) =>
  trainableTerms(node).map(({ symbols, factors }) =>
    term(`${symbols}·H·W`, ...factors, node.shape[0], node.shape[1]),
  );

const CONVENTIONS = {
  paddle: { conv: withConvBias, linear: macTerms, batchNorm: twice(outputs), globalPool: poolWindow },
  paddle2024: { conv: withConvBias, linear: macTerms, batchNorm: twice(outputs) },
  fvcore: { conv: macTerms, linear: macTerms, batchNorm: twice(outputs), globalPool: inputs },
  fvcoreMeanPool: { conv: macTerms, linear: macTerms, batchNorm: twice(outputs) },
  thop: { conv: macTerms, linear: macTerms, batchNorm: fourTimes, globalPool: poolWindow },
  ptflops: {
    conv: withConvBias,
    linear: withLinearBias,
    batchNorm: twice(outputs),
    globalPool: inputs,
    activation: (node) => (PTFLOPS_ACTIVATIONS.has(node.op.function) ? outputs(node) : NOTHING),
  },
  ptflopsAten: { conv: withConvBias, linear: withLinearBias },
  torchinfo: {
    conv: perPosition,
    linear: perPosition,
    batchNorm: trainableTerms,
    activation: trainableTerms,
  },
  macs2x: { conv: twice(macTerms), linear: twice(macTerms) },
} as const satisfies Record<string, Convention>;

export type FlopConvention = keyof typeof CONVENTIONS;
export const FLOP_CONVENTIONS = Object.keys(CONVENTIONS) as readonly FlopConvention[];

/** FLOPs of a network under one tool's convention; `id` is `flops.` and the convention's name. */
export function flops<C extends FlopConvention>(convention: C) {
  const counts: Convention = CONVENTIONS[convention];
  const terms: Count = (node) => (counts[node.op.kind] as Count | undefined)?.(node) ?? NOTHING;
  return { id: `flops.${convention}`, unit: 'count', ...counted(terms) } as const satisfies Metric;
}
