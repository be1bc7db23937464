// Activation functions on four values at once. Kinds are numbered as in lib/engines/adapters/simd/records.ts.

export const NONE: i32 = 0;
export const CLAMP: i32 = 1;
export const HARD_SWISH: i32 = 2;
export const HARD_SIGMOID: i32 = 3;
export const PRELU: i32 = 4;
export const ELU: i32 = 5;
export const SWISH: i32 = 6;

/** min(max(x, low), high); NaN stays NaN. */
@inline
export function clamp(x: v128, low: v128, high: v128): v128 {
  return f32x4.pmin(f32x4.pmax(x, low), high);
}

/** x · clamp(x + 3, 0, 6) / 6 */
@inline
export function hardSwish(x: v128): v128 {
  const gate = clamp(f32x4.add(x, f32x4.splat(3)), f32x4.splat(0), f32x4.splat(6));
  return f32x4.mul(f32x4.mul(x, gate), f32x4.splat(1.0 / 6.0));
}

/** e^x, relative error below 2e-7: 2^n · p(r) with |r| ≤ ln 2 / 2, p of Cephes' expf. */
function exp(given: v128): v128 {
  const x = clamp(given, f32x4.splat(-87), f32x4.splat(88));
  const n = f32x4.nearest(f32x4.mul(x, f32x4.splat(1.44269504088896341)));
  let r = f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.12194440e-4)));
  let p = f32x4.splat(1.9875691500e-4);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1));
  p = f32x4.add(f32x4.add(f32x4.mul(f32x4.mul(p, r), r), r), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return f32x4.mul(p, power);
}

/** The rarer functions. `slope` is used by PReLU (of these channels) and hard-sigmoid. */
export function activate(x: v128, kind: i32, slope: v128): v128 {
  const zero = f32x4.splat(0);
  if (kind == HARD_SIGMOID)
    return clamp(f32x4.add(f32x4.mul(x, slope), f32x4.splat(0.5)), zero, f32x4.splat(1));
  if (kind == PRELU) return v128.bitselect(x, f32x4.mul(x, slope), f32x4.ge(x, zero));
  if (kind == ELU) return v128.bitselect(x, f32x4.sub(exp(x), f32x4.splat(1)), f32x4.ge(x, zero));
  if (kind == SWISH) return f32x4.div(x, f32x4.add(f32x4.splat(1), exp(f32x4.neg(x))));
  return x;
}

/** Any of them. */
@inline
export function applied(x: v128, kind: i32, low: v128, high: v128, slopes: usize): v128 {
  if (kind == NONE) return x;
  if (kind == CLAMP) return clamp(x, low, high);
  if (kind == HARD_SWISH) return hardSwish(x);
  return activate(x, kind, kind == PRELU ? v128.load(slopes) : low);
}
