// Arrows: straight ones, elbows from row to row, bends from lane to lane, and arches over what stands between.
import type { Shape } from './scene.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Arrow {
  readonly from: Point;
  readonly to: Point;
  readonly colour: string;
}

const HEAD = { length: 6.4, half: 3.2 };
const CLEAR = 2;
const ROUND = 6;
const WIDTH = 1.2;

const line = (d: string, colour: string): Shape => ({ kind: 'path', d, stroke: colour, width: WIDTH });

/** `tip` of the head; it points right, or along the vertical where `down` is 1 or −1. */
function head({ x, y }: Point, colour: string, down: -1 | 0 | 1 = 0): Shape {
  const { length, half } = HEAD;
  const d = down === 0 ? `l${-length},${-half}v${2 * half}z` : `l${-half},${-down * length}h${2 * half}z`;
  return { kind: 'path', d: `M${x},${y}${d}`, stroke: 'none', width: 0, fill: colour };
}

const headRight = ({ x, y }: Point, colour: string): Shape => head({ x: x - CLEAR, y }, colour);

/** Where the shaft ends, so that it does not show beyond the head's tip. */
const shaftEnd = ({ x }: Point): number => x - CLEAR - HEAD.length + 1;

const BARB = `l${1 - HEAD.length},${1 - HEAD.half}v${2 * HEAD.half - 2}z`;

/** Along a horizontal line, left to right: shaft and head in one path, since a straight shaft has nothing to fill. */
export const arrow = ({ from, to, colour }: Arrow): Shape => {
  const tip = to.x - CLEAR - 1;
  const d = `M${from.x + CLEAR},${from.y}H${tip - HEAD.length}M${tip},${to.y}${BARB}`;
  return { kind: 'path', d, stroke: colour, width: WIDTH, fill: colour };
};

interface Elbow extends Arrow {
  /** Height of the way back to the left, between the rows. */
  readonly between: number;
  /** Where it turns down on either side. */
  readonly right: number;
  readonly left: number;
}

/** Right, down to `between`, back to the left, down and into `to`. */
export function elbow({ from, to, between, right, left, colour }: Elbow): readonly Shape[] {
  const r = ROUND;
  const out = `M${from.x + CLEAR},${from.y}H${right - r}q${r},0 ${r},${r}V${between - r}q0,${r} ${-r},${r}`;
  const back = `H${left + r}q${-r},0 ${-r},${r}V${to.y - r}q0,${r} ${r},${r}H${shaftEnd(to)}`;
  return [line(out + back, colour), headRight(to, colour)];
}

/** Leaves downwards or upwards, then runs along the other lane. */
export function branch({ from, to, colour }: Arrow): readonly Shape[] {
  const turn = Math.sign(to.y - from.y) * ROUND;
  const d = `M${from.x},${from.y}V${to.y - turn}q0,${turn} ${ROUND},${turn}H${shaftEnd(to)}`;
  return [line(d, colour), headRight(to, colour)];
}

/** Runs along its own lane, then turns down or up into `to`. */
export function join({ from, to, colour }: Arrow): readonly Shape[] {
  const down = to.y > from.y ? 1 : -1;
  const end = to.y - down * (CLEAR + HEAD.length - 1);
  const turn = down * ROUND;
  const d = `M${from.x + CLEAR},${from.y}H${to.x - ROUND}q${ROUND},0 ${ROUND},${turn}V${end}`;
  return [line(d, colour), head({ x: to.x, y: to.y - down * CLEAR }, colour, down)];
}

/** Straight down; the tip touches `to`. */
export const down = ({ from, to, colour }: Arrow): readonly Shape[] => [
  line(`M${from.x},${from.y}V${to.y - HEAD.length + 1}`, colour),
  head(to, colour, 1),
];

/** Up from `from` to `top`, over whatever stands between, down into `to`. */
export function arch({ from, to, top, colour }: Arrow & { readonly top: number }): readonly Shape[] {
  const r = ROUND;
  const up = `M${from.x},${from.y}V${top + r}q0,${-r} ${r},${-r}`;
  const over = `H${to.x - r}q${r},0 ${r},${r}V${to.y - CLEAR - HEAD.length + 1}`;
  return [line(up + over, colour), head({ x: to.x, y: to.y - CLEAR }, colour, 1)];
}
