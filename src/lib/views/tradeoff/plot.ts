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

/** How far the axis of costs reaches: everything that has a place in the chart decides. */
export const reachOf = (series: readonly Series[], current: number | undefined): number =>
  Math.max(current ?? 0, ...series.flatMap(({ points }) => points.map((p) => p.x))) || 1;

export function plot(series: readonly Series[], reach: number) {
  const [yMin = 50, yMax = 80] = extent(series.flatMap(({ points }) => points.map((p) => p.top1)));
  const x = scaleLinear([0, reach * 1.08], [PLACES.left, PLACES.right]);
  const y = scaleLinear([Math.floor(yMin) - 2, Math.ceil(yMax) + 2], [PLACES.bottom, PLACES.top]);
  return {
    x,
    y,
    path: (line: readonly Point[]) =>
      line.map((p, i) => `${i === 0 ? 'M' : 'L'}${x(p.x)},${y(p.top1)}`).join(''),
  };
}
