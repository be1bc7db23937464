// Matrix product: pointwise and full convolutions, linear layers. Bias, activation and residual sum are applied before anything is stored.
import { activate, CLAMP, clamp, HARD_SWISH, hardSwish, NONE, PRELU } from './activations';
import { multiplyAdd } from './arithmetic';
import { Op, partStart } from './op';
import { storeEight } from './store';

@unmanaged
export class Product extends Op {
  source: usize;
  /** For each output position, the offset in bytes of its window's first value. */
  sourceOffsets: usize;
  target: usize;
  targetOffsets: usize;
  positions: i32;
  /** The window as runs of values that lie next to each other: pairs of offset in bytes and count. */
  runs: usize;
  runCount: i32;
  /** Values in a window: the inner dimension. */
  depth: i32;
  /** Panels of eight outputs: eight biases, then `depth` rows of eight weights. */
  weights: usize;
  outputs: i32;
  /** Bytes between two channels of the target; 0 if they lie next to each other with room for whole vectors. */
  channelStep: usize;
  /** Added after the activation; 0 if there is none. */
  residual: usize;
  residualOffsets: usize;
}

/** Bytes of input that are worked on while all panels pass by: they stay in the second-level cache. */
const BLOCK_BYTES: i32 = 1 << 17;
/** Above this size the weights, not the positions, are divided among threads. */
const SHARED_WEIGHTS: i32 = 1 << 16;

@inline
function panelBytes(op: Product): usize {
  return (<usize>op.depth + 1) << 5;
}

/** Four positions × eight outputs. */
function tile(op: Product, position: usize, panel: i32): void {
  const at = position << 2;
  let w = op.weights + <usize>panel * panelBytes(op);
  const from = op.sourceOffsets + at;
  const s0 = op.source + load<usize>(from);
  const s1 = op.source + load<usize>(from, 4);
  const s2 = op.source + load<usize>(from, 8);
  const s3 = op.source + load<usize>(from, 12);
  let a0 = v128.load(w);
  let b0 = v128.load(w, 16);
  let a1 = a0, b1 = b0, a2 = a0, b2 = b0, a3 = a0, b3 = b0;
  w += 32;
  const runsEnd = op.runs + (<usize>op.runCount << 3);
  for (let run = op.runs; run < runsEnd; run += 8) {
    const offset = load<usize>(run);
    const count = load<i32>(run, 4);
    let p0 = s0 + offset, p1 = s1 + offset, p2 = s2 + offset, p3 = s3 + offset;
    const end = p0 + (<usize>count << 2);
    while (p0 < end) {
      const wa = v128.load(w), wb = v128.load(w, 16);
      let x = v128.load32_splat(p0);
      a0 = multiplyAdd(x, wa, a0); b0 = multiplyAdd(x, wb, b0);
      x = v128.load32_splat(p1);
      a1 = multiplyAdd(x, wa, a1); b1 = multiplyAdd(x, wb, b1);
      x = v128.load32_splat(p2);
      a2 = multiplyAdd(x, wa, a2); b2 = multiplyAdd(x, wb, b2);
      x = v128.load32_splat(p3);
      a3 = multiplyAdd(x, wa, a3); b3 = multiplyAdd(x, wb, b3);
      p0 += 4; p1 += 4; p2 += 4; p3 += 4; w += 32;
    }
  }

  const kind = op.activation;
  const low = f32x4.splat(op.low);
  if (kind == CLAMP) {
    const high = f32x4.splat(op.high);
    a0 = clamp(a0, low, high); b0 = clamp(b0, low, high);
    a1 = clamp(a1, low, high); b1 = clamp(b1, low, high);
    a2 = clamp(a2, low, high); b2 = clamp(b2, low, high);
    a3 = clamp(a3, low, high); b3 = clamp(b3, low, high);
  } else if (kind == HARD_SWISH) {
    a0 = hardSwish(a0); b0 = hardSwish(b0);
    a1 = hardSwish(a1); b1 = hardSwish(b1);
    a2 = hardSwish(a2); b2 = hardSwish(b2);
    a3 = hardSwish(a3); b3 = hardSwish(b3);
  } else if (kind != NONE) {
    const slopes = op.slopes + (<usize>panel << 5);
    const sa = kind == PRELU ? v128.load(slopes) : low;
    const sb = kind == PRELU ? v128.load(slopes, 16) : low;
    a0 = activate(a0, kind, sa); b0 = activate(b0, kind, sb);
    a1 = activate(a1, kind, sa); b1 = activate(b1, kind, sb);
    a2 = activate(a2, kind, sa); b2 = activate(b2, kind, sb);
    a3 = activate(a3, kind, sa); b3 = activate(b3, kind, sb);
  }
  if (op.residual) {
    const more = op.residual + (<usize>panel << 5);
    const offsets = op.residualOffsets + at;
    let r = more + load<usize>(offsets);
    a0 = f32x4.add(a0, v128.load(r)); b0 = f32x4.add(b0, v128.load(r, 16));
    r = more + load<usize>(offsets, 4);
    a1 = f32x4.add(a1, v128.load(r)); b1 = f32x4.add(b1, v128.load(r, 16));
    r = more + load<usize>(offsets, 8);
    a2 = f32x4.add(a2, v128.load(r)); b2 = f32x4.add(b2, v128.load(r, 16));
    r = more + load<usize>(offsets, 12);
    a3 = f32x4.add(a3, v128.load(r)); b3 = f32x4.add(b3, v128.load(r, 16));
  }

  const step = op.channelStep;
  const first = panel << 3;
  const count = op.outputs - first;
  const to = op.target + <usize>first * (step ? step : 4);
  const offsets = op.targetOffsets + at;
  const many = min(count, 8);
  storeEight(to + load<usize>(offsets), a0, b0, many, step);
  storeEight(to + load<usize>(offsets, 4), a1, b1, many, step);
  storeEight(to + load<usize>(offsets, 8), a2, b2, many, step);
  storeEight(to + load<usize>(offsets, 12), a3, b3, many, step);
}

/** Activation and residual of one position × eight outputs, which are then stored. */
function finishRow(op: Product, position: usize, panel: i32, a: v128, b: v128): void {
  const kind = op.activation;
  const low = f32x4.splat(op.low);
  if (kind == CLAMP) {
    const high = f32x4.splat(op.high);
    a = clamp(a, low, high);
    b = clamp(b, low, high);
  } else if (kind != NONE) {
    const slopes = op.slopes + (<usize>panel << 5);
    a = kind == HARD_SWISH ? hardSwish(a) : activate(a, kind, kind == PRELU ? v128.load(slopes) : low);
    b = kind == HARD_SWISH ? hardSwish(b) : activate(b, kind, kind == PRELU ? v128.load(slopes, 16) : low);
  }
  if (op.residual) {
    const r = op.residual + (<usize>panel << 5) + load<usize>(op.residualOffsets + (position << 2));
    a = f32x4.add(a, v128.load(r));
    b = f32x4.add(b, v128.load(r, 16));
  }
  const step = op.channelStep;
  const first = panel << 3;
  const to = op.target + <usize>first * (step ? step : 4) + load<usize>(op.targetOffsets + (position << 2));
  storeEight(to, a, b, min(op.outputs - first, 8), step);
}

/** One position × 32 outputs: for layers after global pooling, where each weight is used once. */
function wideRow(op: Product, position: usize, panel: i32): void {
  const size = panelBytes(op);
  let w0 = op.weights + <usize>panel * size;
  let w1 = w0 + size, w2 = w1 + size, w3 = w2 + size;
  const source = op.source + load<usize>(op.sourceOffsets + (position << 2));
  let a0 = v128.load(w0), b0 = v128.load(w0, 16), a1 = v128.load(w1), b1 = v128.load(w1, 16);
  let a2 = v128.load(w2), b2 = v128.load(w2, 16), a3 = v128.load(w3), b3 = v128.load(w3, 16);
  const runsEnd = op.runs + (<usize>op.runCount << 3);
  for (let run = op.runs; run < runsEnd; run += 8) {
    let p = source + load<usize>(run);
    const end = p + (<usize>load<i32>(run, 4) << 2);
    while (p < end) {
      const x = v128.load32_splat(p);
      w0 += 32; w1 += 32; w2 += 32; w3 += 32;
      a0 = multiplyAdd(x, v128.load(w0), a0); b0 = multiplyAdd(x, v128.load(w0, 16), b0);
      a1 = multiplyAdd(x, v128.load(w1), a1); b1 = multiplyAdd(x, v128.load(w1, 16), b1);
      a2 = multiplyAdd(x, v128.load(w2), a2); b2 = multiplyAdd(x, v128.load(w2, 16), b2);
      a3 = multiplyAdd(x, v128.load(w3), a3); b3 = multiplyAdd(x, v128.load(w3, 16), b3);
      p += 4;
    }
  }
  finishRow(op, position, panel, a0, b0);
  finishRow(op, position, panel + 1, a1, b1);
  finishRow(op, position, panel + 2, a2, b2);
  finishRow(op, position, panel + 3, a3, b3);
}

/** One position × eight outputs. */
function row(op: Product, position: usize, panel: i32): void {
  let w = op.weights + <usize>panel * panelBytes(op);
  const source = op.source + load<usize>(op.sourceOffsets + (position << 2));
  let a = v128.load(w), b = v128.load(w, 16);
  const runsEnd = op.runs + (<usize>op.runCount << 3);
  for (let run = op.runs; run < runsEnd; run += 8) {
    let p = source + load<usize>(run);
    const end = p + (<usize>load<i32>(run, 4) << 2);
    while (p < end) {
      const x = v128.load32_splat(p);
      w += 32;
      a = multiplyAdd(x, v128.load(w), a);
      b = multiplyAdd(x, v128.load(w, 16), b);
      p += 4;
    }
  }
  finishRow(op, position, panel, a, b);
}

/** Fewer than four positions. */
function rows(op: Product, panel: i32, panels: i32): void {
  while (panel + 4 <= panels) {
    for (let position = 0; position < op.positions; position++) wideRow(op, position, panel);
    panel += 4;
  }
  for (; panel < panels; panel++)
    for (let position = 0; position < op.positions; position++) row(op, position, panel);
}

/** All of `product`'s panels [panel, panels) at positions [begin, end); the last tile overlaps the one before it. */
function block(op: Product, begin: i32, end: i32, panel: i32, panels: i32): void {
  for (; panel < panels; panel++)
    for (let position = begin; position < end; position += 4) tile(op, min(position, op.positions - 4), panel);
}

export function product(op: Product, part: i32, parts: i32): void {
  const positions = op.positions;
  const panels = (op.outputs + 7) >> 3;
  const byPanels = positions < 4 || (op.depth * op.outputs * 4 > SHARED_WEIGHTS && panels >= 4 * parts);
  // four panels at a time where each position is on its own
  const unit = positions < 4 ? 4 : 1;
  const firstPanel = byPanels ? partStart(panels, unit, part, parts) : 0;
  const lastPanel = byPanels ? partStart(panels, unit, part + 1, parts) : panels;
  if (positions < 4) {
    rows(op, firstPanel, lastPanel);
    return;
  }
  const begin = byPanels ? 0 : partStart(positions, 4, part, parts);
  const end = byPanels ? positions : partStart(positions, 4, part + 1, parts);
  const size = max(4, (BLOCK_BYTES / (op.depth << 2)) & ~3);
  for (let position = begin; position < end; position += size)
    block(op, position, min(end, position + size), firstPanel, lastPanel);
}
