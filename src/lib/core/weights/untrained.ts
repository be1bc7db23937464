// Untrained weights ready to run: seeded initialisation, then calibration.
import type { Graph } from '../graph/ir.ts';
import { calibrate } from './calibrate.ts';
import { initialWeights } from './initial.ts';
import type { NamedTensors } from './tensors.ts';

interface Request {
  readonly graph: Graph;
  readonly seed: number;
  /** Untrained weights of another network with the same seed: equal tensors need not be drawn again. */
  readonly reuse?: NamedTensors;
}

/** Deterministic: equal seeds give equal weights on every machine. Class scores mean nothing. */
export const untrainedWeights = (request: Request): NamedTensors =>
  calibrate(request.graph, initialWeights(request));
