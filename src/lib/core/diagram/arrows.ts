// Arrows: straight ones, and elbows that lead from the end of a row to the beginning of the next.
import type { Shape } from './scene.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Arrow {
  readonly from: Point;
  readonly to: Point;
  readonly colour: string;
}

const HEAD = 4;
const WIDTH = 1.2;
const ROUND = 6;

const head = ({ x, y }: Point, colour: string): Shape => ({
  kind: 'path',
  d: `M${x},${y}l${-HEAD * 1.6},${-HEAD * 0.8}v${HEAD * 1.6}z`,
  stroke: 'none',
  width: 0,
  fill: colour,
});

const line = (d: string, colour: string): Shape => ({ kind: 'path', d, stroke: colour, width: WIDTH });

/** Along a horizontal line, left to right. */
export const arrow = ({ from, to, colour }: Arrow): readonly Shape[] => [
  line(`M${from.x + 2},${from.y}H${to.x - HEAD - 2}`, colour),
  head({ x: to.x - 2, y: to.y }, colour),
];

/** Right by `reach`, down to `between`, back to the left, down and into `to`. */
export function elbow({
  from,
  to,
  between,
  reach,
  colour,
}: Arrow & { readonly between: number; readonly reach: number }): readonly Shape[] {
  const [right, left] = [from.x + reach, to.x - reach];
  const d = [
    `M${from.x + 2},${from.y}H${right - ROUND}q${ROUND},0 ${ROUND},${ROUND}`,
    `V${between - ROUND}q0,${ROUND} ${-ROUND},${ROUND}H${left + ROUND}q${-ROUND},0 ${-ROUND},${ROUND}`,
    `V${to.y - ROUND}q0,${ROUND} ${ROUND},${ROUND}H${to.x - HEAD - 2}`,
  ].join('');
  return [line(d, colour), head({ x: to.x - 2, y: to.y }, colour)];
}

/** From lane to lane inside a block: across, then along, with one rounded corner. `first` is the direction it leaves in. */
export function bend({
  from,
  to,
  colour,
  first,
}: Arrow & { readonly first: 'vertical' | 'horizontal' }): readonly Shape[] {
  const down = Math.sign(to.y - from.y) || 1;
  if (first === 'vertical')
    return [
      line(
        `M${from.x},${from.y}V${to.y - down * ROUND}q0,${down * ROUND} ${ROUND},${down * ROUND}H${to.x - HEAD - 2}`,
        colour,
      ),
      head({ x: to.x - 2, y: to.y }, colour),
    ];
  const end = to.y - down * HEAD * 1.6;
  return [
    line(`M${from.x},${from.y}H${to.x - ROUND}q${ROUND},0 ${ROUND},${down * ROUND}V${end}`, colour),
    {
      kind: 'path',
      d: `M${to.x},${to.y}l${-HEAD * 0.8},${-down * HEAD * 1.6}h${HEAD * 1.6}z`,
      stroke: 'none',
      width: 0,
      fill: colour,
    },
  ];
}
