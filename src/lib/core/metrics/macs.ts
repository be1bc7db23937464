// MACs: multiply–accumulates of convolutions and linear layers; everything else counts zero.
import { isKind, type Node } from '../graph/ir.ts';
import type { Metric } from './metric.ts';
import { convWeights } from './params.ts';
import { counted, NOTHING, term, type Term } from './terms.ts';

/** Convolution: kh·kw · (C_in / groups) per output element. Linear: C_in per output. */
function macTerms(node: Node): readonly Term[] {
  if (isKind(node, 'conv')) {
    const { symbols, factors } = convWeights(node);
    const [height, width] = node.shape;
    return [{ symbols: `${symbols}·H·W`, factors: [...factors, height, width] }];
  }
  if (isKind(node, 'linear')) return [term('C_in·C_out', node.inputShapes[0]?.[2] ?? 0, node.op.outFeatures)];
  return NOTHING;
}

export const macs = { id: 'macs', unit: 'count', ...counted(macTerms) } as const satisfies Metric;
