// Pooling: means of whole images (of values or of their squares), and the largest value of each window.
import { Op, partStart } from './op';
import { storeFour } from './store';

@unmanaged
export class Mean extends Op {
  source: usize;
  sourcePixel: usize;
  sourceRow: usize;
  sourceImage: usize;
  target: usize;
  targetImage: usize;
  images: i32;
  height: i32;
  width: i32;
  channels: i32;
  channelStep: usize;
  /** Whether the mean of the squares is wanted. */
  squares: i32;
}

/** Sums row by row: rounding grows with height + width, not with height · width. */
function meanOfFour(op: Mean, source: usize): v128 {
  let sum = f32x4.splat(0);
  for (let y = op.height; y > 0; y--) {
    let line = f32x4.splat(0);
    let p = source;
    for (let x = op.width; x > 0; x--) {
      const value = v128.load(p);
      line = f32x4.add(line, op.squares ? f32x4.mul(value, value) : value);
      p += op.sourcePixel;
    }
    sum = f32x4.add(sum, line);
    source += op.sourceRow;
  }
  return f32x4.div(sum, f32x4.splat(<f32>(op.height * op.width)));
}

export function mean(op: Mean, part: i32, parts: i32): void {
  const fours = (op.channels + 3) >> 2;
  const all = op.images * fours;
  const end = partStart(all, 1, part + 1, parts);
  for (let i = partStart(all, 1, part, parts); i < end; i++) {
    const image = <usize>(i / fours);
    const channel = (i % fours) << 2;
    const found = meanOfFour(op, op.source + image * op.sourceImage + (<usize>channel << 2));
    const to = op.target + image * op.targetImage + <usize>channel * (op.channelStep ? op.channelStep : 4);
    storeFour(to, found, op.channels - channel, op.channelStep);
  }
}

@unmanaged
export class Largest extends Op {
  /** Of the input's first value; windows are cut at its edges. */
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
  kernelHeight: i32;
  kernelWidth: i32;
  strideY: i32;
  strideX: i32;
  channelStep: usize;
  sourceHeight: i32;
  sourceWidth: i32;
  top: i32;
  left: i32;
}

export function largest(op: Largest, part: i32, parts: i32): void {
  const rows = op.images * op.height;
  const end = partStart(rows, 1, part + 1, parts);
  for (let row = partStart(rows, 1, part, parts); row < end; row++) {
    const image = row / op.height;
    const y = row % op.height;
    const y0 = max(0, y * op.strideY - op.top);
    const y1 = min(op.sourceHeight, y * op.strideY - op.top + op.kernelHeight);
    const to = op.target + <usize>image * op.targetImage + <usize>y * op.targetRow;
    for (let x = 0; x < op.width; x++) {
      const x0 = max(0, x * op.strideX - op.left);
      const x1 = min(op.sourceWidth, x * op.strideX - op.left + op.kernelWidth);
      for (let channel = 0; channel < op.channels; channel += 4) {
        let found = f32x4.splat(-Infinity);
        for (let v = y0; v < y1; v++) {
          let p = op.source + <usize>image * op.sourceImage + <usize>v * op.sourceRow + <usize>x0 * op.sourcePixel + (<usize>channel << 2);
          for (let u = x0; u < x1; u++) {
            found = f32x4.pmax(found, v128.load(p));
            p += op.sourcePixel;
          }
        }
        const gap = op.channelStep ? op.channelStep : 4;
        storeFour(to + <usize>x * op.targetPixel + <usize>channel * gap, found, op.channels - channel, op.channelStep);
      }
    }
  }
}
