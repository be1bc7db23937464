// Activations: what convolutions and linear layers write (the count of RegNet, fvcore and timm), in elements and bytes.
import type { Node } from '../graph/ir.ts';
import { FLOAT32_BYTES, type Metric } from './metric.ts';
import { counted, NOTHING, term, weighted, type Term, type Weights } from './terms.ts';

/** Output elements of convolutions and linear layers; layers that work in place (BN, activations) write nothing new. */
const writtenTerms = ({ op, shape }: Node): readonly Term[] =>
  op.kind === 'conv' || op.kind === 'linear' ? [term('H·W·C', ...shape)] : NOTHING;

const written = counted(writtenTerms);

export const activationElements = {
  id: 'activationElements',
  unit: 'elements',
  ...written,
} as const satisfies Metric;

const WRITTEN_BYTES: Weights = [[written, FLOAT32_BYTES]];

export const activationBytes = {
  id: 'activationBytes',
  unit: 'bytes',
  ...weighted(() => WRITTEN_BYTES),
} as const satisfies Metric;
