// Arithmetic intensity: FLOPs (2 × MACs) per byte moved, counting each input, weight and output of a layer once as 32-bit float.
import type { Node } from '../graph/ir.ts';
import { parametersOf, parameterSize } from '../graph/parameters.ts';
import { elementCount } from '../graph/shapes.ts';
import { macsOf } from './macs.ts';
import { FLOAT32_BYTES, perNode, type Metric } from './metric.ts';

function elementsMoved(node: Node): readonly [read: number, weights: number, written: number] {
  let [read, weights] = [0, 0];
  for (const shape of node.inputShapes) read += elementCount(shape);
  for (const spec of parametersOf(node)) weights += parameterSize(spec);
  return [read, weights, elementCount(node.shape)];
}

/** Over convolutions and linear layers only: the others are fused into them by any good engine. */
function intensity(nodes: readonly Node[]): number {
  let [flops, bytes] = [0, 0];
  for (const node of nodes) {
    const macs = macsOf(node);
    if (macs === 0) continue;
    const [read, weights, written] = elementsMoved(node);
    flops += 2 * macs;
    bytes += FLOAT32_BYTES * (read + weights + written);
  }
  return bytes === 0 ? 0 : flops / bytes;
}

export const arithmeticIntensity = {
  id: 'arithmeticIntensity',
  unit: 'flopPerByte',
  perLayer: perNode((node) => intensity([node])),
  combine: (_column, { start, end }, { nodes }) => intensity(nodes.slice(start, end)),
  formula: ({ nodes }, index) => {
    const node = nodes[index];
    if (!node || macsOf(node) === 0) return { symbols: '0', numbers: '0' };
    const moved = elementsMoved(node).join(' + ');
    return {
      symbols: `2·MACs / ${FLOAT32_BYTES}·(x + w + y)`,
      numbers: `2·${macsOf(node)} / (${FLOAT32_BYTES}·(${moved}))`,
    };
  },
} as const satisfies Metric;
