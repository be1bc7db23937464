// Arithmetic intensity: FLOPs (2 × MACs) per byte moved, counting each input, weight and output of a layer once as 32-bit float.
import type { Graph } from '../graph/ir.ts';
import { elementCount } from '../graph/shapes.ts';
import { macs } from './macs.ts';
import { FLOAT32_BYTES, perNode, type Metric, type Range } from './metric.ts';
import { params } from './params.ts';

/** Elements of the inputs, weights and output of layer `index`. */
function elementsMoved(
  graph: Graph,
  index: number,
): readonly [read: number, weights: number, written: number] {
  const node = graph.nodes[index];
  if (!node) return [0, 0, 0];
  let read = 0;
  for (const shape of node.inputShapes) read += elementCount(shape);
  return [read, params.perLayer(graph)[index] ?? 0, elementCount(node.shape)];
}

/** Over convolutions and linear layers only: the others are fused into them by any good engine. */
function intensity(graph: Graph, { start, end }: Range): number {
  const counts = macs.perLayer(graph);
  let flops = 0;
  let bytes = 0;
  for (let i = start; i < end; i++) {
    const count = counts[i] ?? 0;
    if (count === 0) continue;
    const [read, weights, written] = elementsMoved(graph, i);
    flops += 2 * count;
    bytes += FLOAT32_BYTES * (read + weights + written);
  }
  return bytes === 0 ? 0 : flops / bytes;
}

export const arithmeticIntensity = {
  id: 'arithmeticIntensity',
  unit: 'flopPerByte',
  perLayer: perNode((_, index, graph) => intensity(graph, { start: index, end: index + 1 })),
  combine: (_column, range, graph) => intensity(graph, range),
  formula: (graph, index) => {
    const count = macs.perLayer(graph)[index] ?? 0;
    if (count === 0) return { symbols: '0', numbers: '0' };
    const moved = elementsMoved(graph, index).join(' + ');
    return {
      symbols: `2·MACs / (${FLOAT32_BYTES}·(x + w + y))`,
      numbers: `2·${count} / (${FLOAT32_BYTES}·(${moved}))`,
    };
  },
} as const satisfies Metric;
