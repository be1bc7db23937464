// How much memory a network takes, as far as its graph tells; one that no browser can hold is refused before anything breaks.
import type { Graph } from '../core/graph/ir.ts';
import { weightBytes } from '../core/metrics/params.ts';
import { peakActivationBytes } from '../core/metrics/peakMemory.ts';
import { EngineError } from './errors.ts';

/** No device here can address more than 4 GB; beyond this a network fails half-way, with a message nobody understands. */
const MAX_BYTES = 3.5e9;

export interface Footprint {
  /** Held as long as the network: weights as given and as packed by the kernels. */
  readonly keptBytes: number;
  /** Needed while it runs: fused steps hold up to twice the activations that are alive. */
  readonly runningBytes: number;
}

export function footprintOf(graph: Graph): Footprint {
  const all = { start: 0, end: graph.nodes.length };
  const total = ({ perLayer, combine }: typeof weightBytes | typeof peakActivationBytes): number =>
    combine(perLayer(graph), all, graph);
  return { keptBytes: 2 * total(weightBytes), runningBytes: 2 * total(peakActivationBytes) };
}

/** @param network names it where there are several */
export function refuseTooLarge(graph: Graph, network?: string): void {
  const { keptBytes, runningBytes } = footprintOf(graph);
  const bytes = keptBytes + runningBytes;
  if (bytes <= MAX_BYTES) return;
  const data = { bytes, maxBytes: MAX_BYTES, ...(network === undefined ? {} : { network }) };
  const subject = network ?? 'the network';
  throw new EngineError('tooLarge', `${subject} needs more memory than a browser can give`, data);
}
