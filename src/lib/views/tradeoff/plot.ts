// Arithmetic of the trade-off chart: scales, ticks and places of labels, from the points and the size.
import { extent, scaleLinear } from 'd3';
import type { Point, Series } from '$lib/core/tradeoff/series.ts';

export const WIDTH = 300;
export const HEIGHT = 250;
const MARGIN = { top: 12, right: 14, bottom: 30, left: 30 };
/** Where the axes lie. */
export const PLACES = {
  left: MARGIN.left,
  right: WIDTH - MARGIN.right,
  top: MARGIN.top,
  bottom: HEIGHT - MARGIN.bottom,
};

export interface Current {
  readonly x: number | undefined;
  readonly top1: number | undefined;
}

/** Everything that has a place in the chart decides how far its axes reach. */
export function plot(series: readonly Series[], current: Current) {
  const points: readonly Point[] = series.flatMap((s) => s.points);
  const xs = [...points.map((p) => p.x), ...(current.x === undefined ? [] : [current.x])];
  const [, xMax = 1] = extent(xs);
  const [yMin = 50, yMax = 80] = extent(points.map((p) => p.top1));
  const x = scaleLinear([0, xMax * 1.08], [PLACES.left, PLACES.right]);
  const y = scaleLinear([Math.floor(yMin) - 2, Math.ceil(yMax) + 2], [PLACES.bottom, PLACES.top]);
  return {
    x,
    y,
    path: (line: readonly Point[]) =>
      line.map((p, i) => `${i === 0 ? 'M' : 'L'}${x(p.x)},${y(p.top1)}`).join(''),
  };
}
