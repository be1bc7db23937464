// Activations: what convolutions and linear layers write (the count of RegNet, fvcore and timm), in elements and bytes.
import type { Node } from '../graph/ir.ts';
import { FLOAT32_BYTES, type Metric } from './metric.ts';
import { counted, NOTHING, term, times, type Term } from './terms.ts';

/** Output elements of convolutions and linear layers; layers that work in place (BN, activations) write nothing new. */
const writtenTerms = ({ op, shape }: Node): readonly Term[] =>
  op.kind === 'conv' || op.kind === 'linear' ? [term('H·W·C', ...shape)] : NOTHING;

export const activationElements = {
  id: 'activationElements',
  unit: 'elements',
  ...counted(writtenTerms),
} as const satisfies Metric;

export const activationBytes = {
  id: 'activationBytes',
  unit: 'bytes',
  ...counted((node) => times(FLOAT32_BYTES, writtenTerms(node))),
} as const satisfies Metric;
