// Depthwise convolution, row by row of the output: four positions × four channels in registers, then bias and activation.
import { activate, applied, CLAMP, clamp, HARD_SWISH, hardSwish, NONE, PRELU } from './activations';
import { multiplyAdd } from './arithmetic';
import { Op, partStart } from './op';
import { storeFour } from './store';

@unmanaged
export class Depthwise extends Op {
  /** Of the first window's first value. What lies outside the input has been written as zeros. Steps are in bytes. */
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
  /** For each four channels: four biases, then one row of four weights for each place of the kernel. */
  weights: usize;
  /** As of a product. */
  channelStep: usize;
}

/** Applies the activation to four positions and stores them. */
@inline
function finish(op: Depthwise, target: usize, a: v128, b: v128, c: v128, d: v128, slopes: usize, count: i32): void {
  const kind = op.activation;
  if (kind == HARD_SWISH) {
    a = hardSwish(a); b = hardSwish(b); c = hardSwish(c); d = hardSwish(d);
  } else if (kind != NONE) {
    const low = f32x4.splat(op.low);
    if (kind == CLAMP) {
      const high = f32x4.splat(op.high);
      a = clamp(a, low, high); b = clamp(b, low, high); c = clamp(c, low, high); d = clamp(d, low, high);
    } else {
      const slope = kind == PRELU ? v128.load(slopes) : low;
      a = activate(a, kind, slope); b = activate(b, kind, slope);
      c = activate(c, kind, slope); d = activate(d, kind, slope);
    }
  }
  const next = op.targetPixel;
  const step = op.channelStep;
  if (step == 0) {
    v128.store(target, a);
    v128.store(target + next, b);
    v128.store(target + 2 * next, c);
    v128.store(target + 3 * next, d);
  } else {
    storeFour(target, a, count, step);
    storeFour(target + next, b, count, step);
    storeFour(target + 2 * next, c, count, step);
    storeFour(target + 3 * next, d, count, step);
  }
}

/** Four channels of a row with stride 1, four positions at a time: what is loaded serves up to three places of the kernel. */
function dense(op: Depthwise, source: usize, target: usize, weights: usize, slopes: usize, count: i32): void {
  const width = op.width, pixel = op.sourcePixel, across = op.targetPixel;
  const height = op.kernelHeight, kernelWidth = op.kernelWidth, row = op.sourceRow;
  const bias = v128.load(weights);
  weights += 16;
  for (let next = 0; next < width; next += 4) {
    const x = <usize>min(next, width - 4);
    let from = source + x * pixel;
    let a = bias, b = bias, c = bias, d = bias;
    let w = weights;
    for (let y = height; y > 0; y--) {
      let p = from;
      let left = kernelWidth;
      while (left > 2) {
        const w0 = v128.load(w), w1 = v128.load(w, 16), w2 = v128.load(w, 32);
        let v = v128.load(p);
        p += pixel;
        a = multiplyAdd(v, w0, a);
        v = v128.load(p);
        let q = p + pixel;
        a = multiplyAdd(v, w1, a); b = multiplyAdd(v, w0, b);
        v = v128.load(q);
        p = q + pixel;
        a = multiplyAdd(v, w2, a); b = multiplyAdd(v, w1, b); c = multiplyAdd(v, w0, c);
        v = v128.load(p);
        q = p + pixel;
        b = multiplyAdd(v, w2, b); c = multiplyAdd(v, w1, c); d = multiplyAdd(v, w0, d);
        v = v128.load(q);
        c = multiplyAdd(v, w2, c); d = multiplyAdd(v, w1, d);
        d = multiplyAdd(v128.load(q + pixel), w2, d);
        w += 48;
        left -= 3;
      }
      if (left == 2) {
        const w0 = v128.load(w), w1 = v128.load(w, 16);
        a = multiplyAdd(v128.load(p), w0, a);
        p += pixel;
        let v = v128.load(p);
        p += pixel;
        a = multiplyAdd(v, w1, a); b = multiplyAdd(v, w0, b);
        v = v128.load(p);
        p += pixel;
        b = multiplyAdd(v, w1, b); c = multiplyAdd(v, w0, c);
        v = v128.load(p);
        c = multiplyAdd(v, w1, c); d = multiplyAdd(v, w0, d);
        d = multiplyAdd(v128.load(p + pixel), w1, d);
        w += 32;
      } else if (left == 1) {
        const w0 = v128.load(w);
        a = multiplyAdd(v128.load(p), w0, a);
        p += pixel;
        b = multiplyAdd(v128.load(p), w0, b);
        p += pixel;
        c = multiplyAdd(v128.load(p), w0, c);
        d = multiplyAdd(v128.load(p + pixel), w0, d);
        w += 16;
      }
      from += row;
    }
    finish(op, target + x * across, a, b, c, d, slopes, count);
  }
}

/** The same with any stride. */
function sparse(op: Depthwise, source: usize, target: usize, weights: usize, slopes: usize, count: i32): void {
  const width = op.width, pixel = op.sourcePixel, across = op.targetPixel;
  const height = op.kernelHeight, row = op.sourceRow;
  const step = pixel * op.strideX;
  const kernelRow = pixel * op.kernelWidth;
  const bias = v128.load(weights);
  weights += 16;
  for (let next = 0; next < width; next += 4) {
    const x = <usize>min(next, width - 4);
    let from = source + x * step;
    let a = bias, b = bias, c = bias, d = bias;
    let w = weights;
    for (let y = height; y > 0; y--) {
      let p = from;
      const end = p + kernelRow;
      do {
        const v = v128.load(w);
        a = multiplyAdd(v128.load(p), v, a);
        let q = p + step;
        b = multiplyAdd(v128.load(q), v, b);
        q += step;
        c = multiplyAdd(v128.load(q), v, c);
        d = multiplyAdd(v128.load(q + step), v, d);
        p += pixel;
        w += 16;
      } while (p < end);
      from += row;
    }
    finish(op, target + x * across, a, b, c, d, slopes, count);
  }
}

/** Four channels of a row of fewer than four positions. */
function narrow(op: Depthwise, source: usize, target: usize, weights: usize, slopes: usize, count: i32): void {
  const pixel = op.sourcePixel;
  const kernelRow = pixel * op.kernelWidth;
  for (let x = op.width; x > 0; x--) {
    let a = v128.load(weights);
    let w = weights + 16;
    let from = source;
    for (let y = op.kernelHeight; y > 0; y--) {
      let p = from;
      const end = p + kernelRow;
      do {
        a = multiplyAdd(v128.load(p), v128.load(w), a);
        p += pixel;
        w += 16;
      } while (p < end);
      from += op.sourceRow;
    }
    a = applied(a, op.activation, f32x4.splat(op.low), f32x4.splat(op.high), slopes);
    storeFour(target, a, count, op.channelStep);
    source += pixel * op.strideX;
    target += op.targetPixel;
  }
}

/** Channels [begin, end) of one row, four at a time. */
function outputRow(op: Depthwise, source: usize, target: usize, begin: i32, end: i32): void {
  const block = <usize>(op.kernelHeight * op.kernelWidth + 1) << 4;
  const gap = op.channelStep ? op.channelStep : 4;
  let weights = op.weights + <usize>(begin >> 2) * block;
  for (let channel = begin; channel < end; channel += 4) {
    const from = source + (<usize>channel << 2);
    const to = target + <usize>channel * gap;
    const slopes = op.slopes + (<usize>channel << 2);
    const count = op.channels - channel;
    if (op.width < 4) narrow(op, from, to, weights, slopes, count);
    else if (op.strideX == 1) dense(op, from, to, weights, slopes, count);
    else sparse(op, from, to, weights, slopes, count);
    weights += block;
  }
}

/** Divided by rows, and where these are few by channels too. */
export function depthwise(op: Depthwise, part: i32, parts: i32): void {
  const rows = op.images * op.height;
  const groups = rows < 2 * parts ? parts : 1;
  const end = partStart(rows * groups, 1, part + 1, parts);
  for (let unit = partStart(rows * groups, 1, part, parts); unit < end; unit++) {
    const group = unit / rows;
    const row = unit % rows;
    const image = <usize>(row / op.height);
    const y = <usize>(row % op.height);
    const source = op.source + image * op.sourceImage + y * op.sourceRow * op.strideY;
    const target = op.target + image * op.targetImage + y * op.targetRow;
    outputRow(op, source, target, partStart(op.channels, 4, group, groups), partStart(op.channels, 4, group + 1, groups));
  }
}
