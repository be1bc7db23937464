// The trade-off chart as resolved shapes: the page draws them, files are painted from them.
import { extent, format, scaleLinear, scaleLog } from 'd3';
import type { Theme } from '../diagram/palette.ts';
import { PAPER } from '../diagram/palette.ts';
import type { Shape } from '../diagram/scene.ts';
import { textWidth } from '../diagram/textWidth.ts';
import { FAMILY_COLOURS } from './familyColours.ts';
import { paretoFront } from './pareto.ts';
import type { Point, Series } from './series.ts';

/** What is looked at: part of the whole, as a zoom leaves it. */
export interface View {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

export interface ChartRequest {
  readonly series: readonly Series[];
  readonly y: 'top1' | 'top5';
  readonly logarithmic: boolean;
  readonly front: boolean;
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
  readonly view: View;
  readonly xTitle: string;
  readonly yTitle: string;
}

/** A point where it is drawn. */
export interface PlacedPoint {
  readonly point: Point;
  readonly series: Series;
  readonly x: number;
  readonly y: number;
}

export interface Chart {
  readonly shapes: readonly Shape[];
  readonly points: readonly PlacedPoint[];
  /** Of the plot inside of its axes. */
  readonly plot: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Names on the Pareto front, from the fastest. */
  readonly front: readonly string[];
}

const MARGIN = { top: 22, right: 18, bottom: 42, left: 44 };
const SIZE = { tick: 11, title: 11.5, name: 10 };
const RADIUS = 4.5;

const yOf = (point: Point, y: 'top1' | 'top5'): number | undefined =>
  y === 'top1' ? point.top1 : point.top5;

function scales({ series, y, logarithmic, width, height, view }: ChartRequest) {
  const points = series.flatMap((each) => each.points);
  const xs = points.flatMap(({ x, range }) => (range ? [x, ...range] : [x]));
  const [xLow = 1, xHigh = 10] = extent(xs);
  const [yLow = 50, yHigh = 80] = extent(points.flatMap((point) => yOf(point, y) ?? []));
  const [left, right] = [MARGIN.left, width - MARGIN.right];
  const [top, bottom] = [MARGIN.top, height - MARGIN.bottom];
  const whole = logarithmic
    ? scaleLog([xLow / 1.15, xHigh * 1.15], [left, right])
    : scaleLinear([0, xHigh * 1.08], [left, right]);
  const wholeY = scaleLinear([Math.floor(yLow) - 1.5, Math.ceil(yHigh) + 1.5], [bottom, top]);
  // what a zoom leaves to be seen
  const seen = (from: number, to: number, shift: number) => [(from - shift) / view.k, (to - shift) / view.k];
  const x = whole.copy().domain(seen(left, right, view.x).map((at) => whole.invert(at)));
  const yScale = wholeY.copy().domain(seen(bottom, top, view.y).map((at) => wholeY.invert(at)));
  return { x, y: yScale, left, right, top, bottom };
}

type Scales = ReturnType<typeof scales>;

const tickText = format('~g');

function axes({ x, y, left, right, top, bottom }: Scales, request: ChartRequest): readonly Shape[] {
  const { line, muted } = PAPER[request.theme];
  const shapes: Shape[] = [];
  const text = (
    at: { x: number; y: number },
    words: string,
    anchor: 'start' | 'middle' | 'end',
    size: number = SIZE.tick,
  ) => shapes.push({ kind: 'text', ...at, text: words, size, fill: muted, anchor });
  for (const tick of y.ticks(6)) {
    shapes.push({ kind: 'path', d: `M${left},${y(tick)}H${right}`, stroke: line, width: 1 });
    text({ x: left - 7, y: y(tick) + 4 }, tickText(tick), 'end');
  }
  let free = -Infinity;
  for (const tick of x.ticks(8)) {
    const words = tickText(tick);
    const half = textWidth(words, SIZE.tick) / 2 + 5;
    shapes.push({ kind: 'path', d: `M${x(tick)},${bottom}v4`, stroke: line, width: 1 });
    if (x(tick) - half < free) continue;
    free = x(tick) + half;
    text({ x: x(tick), y: bottom + 17 }, words, 'middle');
  }
  shapes.push({ kind: 'path', d: `M${left},${bottom}H${right}`, stroke: muted, width: 1 });
  text({ x: right, y: bottom + 35 }, request.xTitle, 'end', SIZE.title);
  text({ x: 2, y: top - 9 }, request.yTitle, 'start', SIZE.title);
  return shapes;
}

interface Dot {
  readonly colour: string;
  readonly paper: string;
  readonly radius: number;
  readonly square: boolean;
}

/** Hollow where the value was read off a figure, square where it is another device's. */
function dot({ x, y, point: { digitised } }: PlacedPoint, { colour, paper, radius, square }: Dot): Shape {
  return {
    kind: 'rect',
    x: x - radius,
    y: y - radius,
    width: 2 * radius,
    height: 2 * radius,
    radius: square ? 1 : radius,
    fill: digitised ? paper : colour,
    stroke: digitised ? colour : paper,
    strokeWidth: digitised ? 1.6 : 1,
  };
}

/** A line through the widths of a family; that of another recipe is thinner. */
function seriesShapes(
  own: readonly PlacedPoint[],
  series: Series,
  { x }: Scales,
  theme: Theme,
): readonly Shape[] {
  const colour = FAMILY_COLOURS[theme][series.family];
  const paper = PAPER[theme].background;
  const plain = series.recipe === 'plain' && !series.beside;
  const line = own
    .filter(({ point }) => point.onLine)
    .map(({ x: px, y: py }, i) => `${i === 0 ? 'M' : 'L'}${px.toFixed(2)},${py.toFixed(2)}`)
    .join('');
  const bars = own.flatMap(({ point: { range }, y }): Shape[] => {
    if (!range) return [];
    const [low, high] = [x(range[0]), x(range[1])];
    const d = `M${low},${y}H${high}M${low},${y - 3}v6M${high},${y - 3}v6`;
    return [{ kind: 'path', d, stroke: colour, width: 1.1 }];
  });
  const radius = plain ? RADIUS : RADIUS - 1;
  return [
    { kind: 'path', d: line, stroke: colour, width: plain ? 1.8 : 0.9 },
    ...bars,
    ...own.map((placed) => dot(placed, { colour, paper, radius, square: series.beside === true })),
  ];
}

/** Steps along the networks that no other beats. */
function frontShape(front: readonly PlacedPoint[], theme: Theme): readonly Shape[] {
  if (front.length < 2) return [];
  const d = front.map(({ x, y }, i) => (i === 0 ? `M${x},${y}` : `H${x}V${y}`)).join('');
  return [{ kind: 'path', d, stroke: PAPER[theme].line, width: 6 }];
}

export function tradeoffChart(request: ChartRequest): Chart {
  const scale = scales(request);
  const { left, right, top, bottom } = scale;
  const points = request.series.flatMap((series) =>
    series.points.flatMap((point): readonly PlacedPoint[] => {
      const accuracy = yOf(point, request.y);
      return accuracy === undefined ? [] : [{ point, series, x: scale.x(point.x), y: scale.y(accuracy) }];
    }),
  );
  const inside = points.filter(
    ({ x, y }) => x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1,
  );
  const best = paretoFront(
    points
      .filter(({ series }) => series.recipe === 'plain' && !series.beside)
      .map((placed) => ({ placed, x: placed.point.x, y: yOf(placed.point, request.y) ?? NaN })),
  ).map(({ placed }) => placed);
  return {
    shapes: [
      ...axes(scale, request),
      ...(request.front
        ? frontShape(
            best.filter((placed) => inside.includes(placed)),
            request.theme,
          )
        : []),
      ...request.series.flatMap((series) =>
        seriesShapes(
          inside.filter((placed) => placed.series === series),
          series,
          scale,
          request.theme,
        ),
      ),
    ],
    points: inside,
    plot: { x: left, y: top, width: right - left, height: bottom - top },
    front: best.map(({ point }) => point.name),
  };
}
