// Work on every value by itself: gain and offset, activation, sum, product with a gate, copy to another place or order.
import { applied } from './activations';
import { multiplyAdd } from './arithmetic';
import { Op, partStart } from './op';
import { storeFour } from './store';

@unmanaged
export class Elementwise extends Op {
  source: usize;
  sourcePixel: usize;
  sourceRow: usize;
  sourceImage: usize;
  target: usize;
  targetPixel: usize;
  targetRow: usize;
  targetImage: usize;
  images: i32;
  height: i32;
  width: i32;
  channels: i32;
  channelStep: usize;
  /** Vectors of one value per channel; 0 if there are none. */
  gain: usize;
  offset: usize;
  /** A second input to be added (before the activation); 0 if there is none. A gate has steps of 0 along rows and columns. */
  other: usize;
  otherPixel: usize;
  otherRow: usize;
  otherImage: usize;
  /** Whether the second input is multiplied instead. */
  multiplies: i32;
}

function pixel(op: Elementwise, from: usize, other: usize, to: usize): void {
  const low = f32x4.splat(op.low), high = f32x4.splat(op.high);
  const gap = op.channelStep ? op.channelStep : 4;
  for (let channel = 0; channel < op.channels; channel += 4) {
    const at = <usize>channel << 2;
    let x = v128.load(from + at);
    if (op.gain) x = multiplyAdd(x, v128.load(op.gain + at), v128.load(op.offset + at));
    if (other) {
      const y = v128.load(other + at);
      x = op.multiplies ? f32x4.mul(x, y) : f32x4.add(x, y);
    }
    x = applied(x, op.activation, low, high, op.slopes + at);
    storeFour(to + <usize>channel * gap, x, op.channels - channel, op.channelStep);
  }
}

export function elementwise(op: Elementwise, part: i32, parts: i32): void {
  const rows = op.images * op.height;
  const end = partStart(rows, 1, part + 1, parts);
  for (let row = partStart(rows, 1, part, parts); row < end; row++) {
    const image = <usize>(row / op.height);
    const y = <usize>(row % op.height);
    let from = op.source + image * op.sourceImage + y * op.sourceRow;
    let to = op.target + image * op.targetImage + y * op.targetRow;
    let other = op.other ? op.other + image * op.otherImage + y * op.otherRow : 0;
    for (let x = op.width; x > 0; x--) {
      pixel(op, from, other, to);
      from += op.sourcePixel;
      to += op.targetPixel;
      other += op.otherPixel;
    }
  }
}

@unmanaged
export class Reorder extends Op {
  source: usize;
  sourcePixel: usize;
  sourceRow: usize;
  sourceImage: usize;
  target: usize;
  targetPixel: usize;
  targetRow: usize;
  targetImage: usize;
  images: i32;
  height: i32;
  width: i32;
  channels: i32;
  channelStep: usize;
  /** For each channel of the target the offset in bytes of the source's. */
  order: usize;
}

export function reorder(op: Reorder, part: i32, parts: i32): void {
  const rows = op.images * op.height;
  const end = partStart(rows, 1, part + 1, parts);
  const gap = op.channelStep ? op.channelStep : 4;
  for (let row = partStart(rows, 1, part, parts); row < end; row++) {
    const image = <usize>(row / op.height);
    const y = <usize>(row % op.height);
    let from = op.source + image * op.sourceImage + y * op.sourceRow;
    let to = op.target + image * op.targetImage + y * op.targetRow;
    for (let x = op.width; x > 0; x--) {
      let at = to;
      for (let channel: usize = 0; channel < <usize>op.channels; channel++) {
        store<f32>(at, load<f32>(from + load<usize>(op.order + (channel << 2))));
        at += gap;
      }
      from += op.sourcePixel;
      to += op.targetPixel;
    }
  }
}

@unmanaged
export class Margin extends Op {
  /** A tensor with a margin on all four sides; the margin is set to zero. */
  target: usize;
  targetRow: usize;
  targetImage: usize;
  images: i32;
  /** Bytes: margins before and after a row's values, and the values. */
  left: usize;
  inner: usize;
  right: usize;
  /** Rows: margins above and below, and the rows with values. */
  top: i32;
  height: i32;
  bottom: i32;
}

export function margin(op: Margin, part: i32, parts: i32): void {
  const end = partStart(op.images, 1, part + 1, parts);
  for (let image = partStart(op.images, 1, part, parts); image < end; image++) {
    let to = op.target + <usize>image * op.targetImage;
    const outside = op.targetRow * op.top;
    memory.fill(to, 0, outside + op.left);
    to += outside;
    // the margin after a row and the one before the next lie next to each other
    for (let y = 1; y < op.height; y++) memory.fill(to + (<usize>y * op.targetRow) - op.right, 0, op.right + op.left);
    to += op.targetRow * op.height - op.right;
    memory.fill(to, 0, op.right + op.targetRow * op.bottom);
  }
}
