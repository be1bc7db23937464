// Peak activation memory: the most bytes of tensors alive at once while the layers run in order (liveness, not a sum).
import { liveness } from '../graph/liveness.ts';
import { FLOAT32_BYTES, max, type Metric } from './metric.ts';
import { spell, term } from './terms.ts';

/** Per layer: bytes alive while it runs (its inputs, its output, and whatever a later layer still needs). */
export const peakActivationBytes = {
  id: 'peakActivationBytes',
  unit: 'bytes',
  perLayer: (graph) => {
    const alive = new Float64Array(graph.nodes.length);
    for (const { elements, from, to } of liveness(graph).buffers)
      for (let i = from; i <= to; i++) alive[i] = (alive[i] ?? 0) + elements * FLOAT32_BYTES;
    return alive;
  },
  combine: max,
  formula: (graph, index) =>
    spell(
      liveness(graph)
        .buffers.filter(({ from, to }) => from <= index && index <= to)
        .map(({ elements }) => term(`${FLOAT32_BYTES}·H·W·C`, FLOAT32_BYTES, elements)),
    ),
} as const satisfies Metric;
