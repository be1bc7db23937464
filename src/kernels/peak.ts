// The most that kernels could do: eight chains of multiplications and additions that touch no memory. For the benchmark alone.
import { multiplyAdd } from './arithmetic';

/** Multiply-adds of one turn: eight chains of four values. */
export const PER_TURN: i32 = 32;

export function peak(turns: i32): f32 {
  let a = f32x4.splat(1), b = f32x4.splat(2), c = f32x4.splat(3), d = f32x4.splat(4);
  let e = f32x4.splat(5), f = f32x4.splat(6), g = f32x4.splat(7), h = f32x4.splat(8);
  const v = f32x4.splat(0.91), w = f32x4.splat(0.92), y = f32x4.splat(0.93), z = f32x4.splat(0.94);
  // these change at every turn: otherwise their products would be computed once
  let p = f32x4.splat(0.00001), q = f32x4.splat(0.00002);
  for (let i = 0; i < turns; i++) {
    a = multiplyAdd(p, v, a); b = multiplyAdd(p, w, b); c = multiplyAdd(p, y, c); d = multiplyAdd(p, z, d);
    e = multiplyAdd(q, v, e); f = multiplyAdd(q, w, f); g = multiplyAdd(q, y, g); h = multiplyAdd(q, z, h);
    p = f32x4.sub(p, v);
    q = f32x4.sub(q, w);
  }
  const sum = f32x4.add(f32x4.add(f32x4.add(a, b), f32x4.add(c, d)), f32x4.add(f32x4.add(e, f), f32x4.add(g, h)));
  return f32x4.extract_lane(sum, 0);
}
