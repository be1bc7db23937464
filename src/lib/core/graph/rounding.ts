// Rounding of scaled channel counts.

/** int(c · scale): what is left over is cut off. At least one channel. */
export const scaledDown = (channels: number, scale: number): number =>
  Math.max(1, Math.trunc(channels * scale));

/**
 * PaddleClas `make_divisible`: the nearest multiple of `divisor`, at least one divisor, never below 90 % of the value.
 * Source: ppcls/arch/backbone/legendary_models/pp_lcnet.py.
 */
export function makeDivisible(value: number, divisor = 8): number {
  const rounded = Math.max(divisor, Math.floor((value + divisor / 2) / divisor) * divisor);
  return rounded < 0.9 * value ? rounded + divisor : rounded;
}
