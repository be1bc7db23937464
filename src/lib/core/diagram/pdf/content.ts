// Patches of shapes → the operators of a PDF page (ISO 32000-1, 8.5 and 9.4). The page is turned over first, so that y runs down.
import { sharesOf } from '../hexColour.ts';
import type { Patch } from '../patches.ts';
import { pathSegments, type Segment } from '../pathSegments.ts';
import type { Anchor, Shape } from '../scene.ts';
import { lineOf, literal, type FontId } from './text.ts';

export const FONT_NAMES = { regular: '/F1', bold: '/F2', symbol: '/F3' } as const satisfies Record<
  FontId,
  string
>;

/** Thousandths of a point. */
const number = (value: number): string => String(Math.round(value * 1000) / 1000 || 0);
const numbers = (...values: readonly number[]): string => values.map(number).join(' ');

type Point = readonly [x: number, y: number];

const segmentOperator = (segment: Segment, [dx, dy]: Point): string => {
  if (segment.kind === 'close') return 'h';
  const end = numbers(segment.x + dx, segment.y + dy);
  if (segment.kind !== 'curve') return `${end} ${segment.kind === 'move' ? 'm' : 'l'}`;
  const { from, to } = segment;
  return `${numbers(from.x + dx, from.y + dy, to.x + dx, to.y + dy)} ${end} c`;
};

/** How far the control points of a quarter of a circle stand from its corner, as a share of the radius. */
const CORNER = 1 - 0.5523;

type Rect = Extract<Shape, { kind: 'rect' }>;

function outline({ width: w, height: h, ...rect }: Rect, [dx, dy]: Point): string {
  const [x, y] = [rect.x + dx, rect.y + dy];
  const r = Math.min(rect.radius, w / 2, h / 2);
  if (r === 0) return `${numbers(x, y, w, h)} re`;
  const c = r * CORNER;
  return [
    `${numbers(x + r, y)} m ${numbers(x + w - r, y)} l`,
    `${numbers(x + w - c, y, x + w, y + c, x + w, y + r)} c ${numbers(x + w, y + h - r)} l`,
    `${numbers(x + w, y + h - c, x + w - c, y + h, x + w - r, y + h)} c ${numbers(x + r, y + h)} l`,
    `${numbers(x + c, y + h, x, y + h - c, x, y + h - r)} c ${numbers(x, y + r)} l`,
    `${numbers(x, y + c, x + c, y, x + r, y)} c h`,
  ].join('\n');
}

interface Brush {
  readonly fill?: string | undefined;
  readonly stroke?: string | undefined;
  readonly width: number;
}

const colour = (value: string, operator: 'rg' | 'RG'): string => `${numbers(...sharesOf(value))} ${operator}`;

function painted(path: string, { fill, stroke, width }: Brush): readonly string[] {
  const fills = fill !== undefined && fill !== 'none';
  const strokes = stroke !== undefined && stroke !== 'none' && width > 0;
  if (!fills && !strokes) return [];
  return [
    ...(fills ? [colour(fill, 'rg')] : []),
    ...(strokes ? [`${number(width)} w`, colour(stroke, 'RG')] : []),
    path,
    fills && strokes ? 'B' : fills ? 'f' : 'S',
  ];
}

const SHARE_BEFORE: Readonly<Record<Anchor, number>> = { start: 0, middle: 0.5, end: 1 };

const PAINTERS: {
  readonly [K in Shape['kind']]: (shape: Extract<Shape, { kind: K }>, at: Point) => readonly string[];
} = {
  rect: (shape, at) => {
    const { fill, stroke, strokeWidth: width = 1 } = shape;
    return painted(outline(shape, at), { fill, stroke, width });
  },
  path: ({ d, ...brush }, at) =>
    painted(
      pathSegments(d)
        .map((segment) => segmentOperator(segment, at))
        .join(' '),
      brush,
    ),
  text: ({ text, size, fill, anchor, bold, rotate = 0, x, y }, [dx, dy]) => {
    const { runs, width } = lineOf(text, { bold });
    const [cos, sin] = [Math.cos((rotate * Math.PI) / 180), Math.sin((rotate * Math.PI) / 180)];
    const back = SHARE_BEFORE[anchor] * width * size;
    // letters stand upright on a page that is turned over
    const matrix = numbers(cos, sin, sin, -cos, x + dx - back * cos, y + dy - back * sin);
    return [
      colour(fill, 'rg'),
      `BT ${matrix} Tm`,
      ...runs.map(({ font, bytes }) => `${FONT_NAMES[font]} ${number(size)} Tf ${literal(bytes)} Tj`),
      'ET',
    ];
  },
};

interface Page {
  readonly height: number;
  readonly patches: readonly Patch[];
}

/** Colours and widths that are set already are not set again. */
function withoutRepetition(operators: readonly string[]): readonly string[] {
  const current = new Map<string, string>();
  return operators.filter((operator) => {
    const setting = / (rg|RG|w)$/.exec(operator)?.[1];
    if (setting === undefined) return true;
    if (current.get(setting) === operator) return false;
    current.set(setting, operator);
    return true;
  });
}

export function pageContent({ height, patches }: Page): string {
  const operators = patches.flatMap(({ x, y, shapes }) =>
    shapes.flatMap((shape) =>
      (PAINTERS[shape.kind] as (shape: Shape, at: Point) => readonly string[])(shape, [x, y]),
    ),
  );
  return [`1 0 0 -1 0 ${number(height)} cm`, ...withoutRepetition(operators), ''].join('\n');
}
