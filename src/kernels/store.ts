// Storing four or eight channels of one position, all of them or some, next to each other or with others between them.

/** The first `count` values, `step` bytes apart. */
function storeSome(to: usize, x: v128, count: i32, step: usize): void {
  store<f32>(to, f32x4.extract_lane(x, 0));
  if (count > 1) store<f32>(to + step, f32x4.extract_lane(x, 1));
  if (count > 2) store<f32>(to + 2 * step, f32x4.extract_lane(x, 2));
  if (count > 3) store<f32>(to + 3 * step, f32x4.extract_lane(x, 3));
}

/** Up to four channels. Rooms of their own have space for whole vectors (`step` 0). */
@inline
export function storeFour(to: usize, x: v128, count: i32, step: usize): void {
  if (step == 0) v128.store(to, x);
  else storeSome(to, x, count, step);
}

/** Up to eight channels. */
@inline
export function storeEight(to: usize, a: v128, b: v128, count: i32, step: usize): void {
  if (step == 0) {
    v128.store(to, a);
    if (count > 4) v128.store(to, b, 16);
  } else {
    storeSome(to, a, count, step);
    if (count > 4) storeSome(to + 4 * step, b, count - 4, step);
  }
}
