// Widths of ShuffleNetV2: each published scale has its own, which no formula gives; between them, and beyond, they are interpolated.

/** Scale → how many times the width of x1.0, from Table 5 of the paper and, below x0.5, the code of PaddleClas. */
const FACTORS = {
  stem: [
    [0.25, 1],
    [2, 1],
  ],
  stages: [
    [0, 0],
    [0.25, 24 / 116],
    [0.33, 32 / 116],
    [0.5, 48 / 116],
    [1, 1],
    [1.5, 176 / 116],
    [2, 244 / 116],
  ],
  last: [
    [0.33, 0.5],
    [0.5, 1],
    [1.5, 1],
    [2, 2],
  ],
} as const satisfies Record<string, readonly (readonly [scale: number, factor: number])[]>;

/** Below the first scale listed the factor stays; above the last it grows as the last two do. */
function factorAt(points: readonly (readonly [scale: number, factor: number])[], scale: number): number {
  const above = points.findIndex(([listed]) => listed >= scale);
  const [low, high] = above < 0 ? points.slice(-2) : points.slice(Math.max(0, above - 1), above + 1);
  if (!low || !high) return low?.[1] ?? 1;
  return low[1] + ((high[1] - low[1]) * (scale - low[0])) / (high[0] - low[0]);
}

/** In steps of four channels, as all published widths of stages are: both halves of a split are then even. */
export function widthAt(part: keyof typeof FACTORS, width: number, scale: number): number {
  return Math.max(4, 4 * Math.round((width * factorAt(FACTORS[part], scale)) / 4));
}
