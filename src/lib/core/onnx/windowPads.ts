// Pads of a convolution or a pool as ONNX lists them.
import type { Node, Shape } from '../graph/ir.ts';
import { paddingAmount } from '../graph/padding.ts';

export type Pads = readonly [top: number, left: number, bottom: number, right: number];

export function windowPads({ op, inputShapes }: Node<'conv' | 'maxPool'>): Pads {
  const [height, width] = inputShapes[0] as Shape;
  const { kernel, stride, padding } = op;
  const rows = paddingAmount({ size: height, kernel: kernel[0], stride: stride[0], padding });
  const columns = paddingAmount({ size: width, kernel: kernel[1], stride: stride[1], padding });
  return [rows.before, columns.before, rows.after, columns.after];
}
