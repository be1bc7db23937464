// A closed block or stage in the flow diagram: a title, and its parts as rows in their colours.
import { shortShape } from '../graph/shortName.ts';
import { branchedWidth, branchingOf, drawBranches, type Branching } from './flowBranches.ts';
import type { Piece } from './flowRows.ts';
import type { Group, Row } from './groups.ts';
import { groupItem, groupTitle } from './items.ts';
import type { Placing } from './layout.ts';
import type { Paint } from './paint.ts';
import { PAPER } from './palette.ts';
import { hasJoin, type Part } from './parts.ts';
import type { Shape } from './scene.ts';
import { textWidth } from './textWidth.ts';

const BOX = { least: 88, row: 25, title: 20, gap: 3, pad: 14, radius: 4, frame: 7 };
const SIZE = { title: 11, cell: 10.5 };
const SHOWS_CHANNELS: ReadonlySet<Part['kind']> = new Set(['pointwise', 'conv', 'linear']);

/** In a row of its own a part tells its value or its channels; beside others it is brief: `DW 5×5 | SE | PW`. */
function cellText(part: Part, { parts, count }: Row, paint: Paint): string {
  if (part.kind === 'input') return shortShape(part.shape);
  if (parts.length > 1 || count > 1) return part.name.replace(' 1×1', '');
  const channels = SHOWS_CHANNELS.has(part.kind) ? String(part.shape[2]) : undefined;
  const detail = paint.value(part) ?? channels;
  return detail === undefined ? part.name : `${part.name} · ${detail}`;
}

const timesOf = ({ count }: Row): string => (count > 1 ? ` ×${count}` : '');

function rowWidth(row: Row, paint: Paint): number {
  const cells = row.parts.map((part) => textWidth(cellText(part, row, paint), SIZE.cell) + BOX.pad);
  return cells.reduce((sum, width) => sum + width, textWidth(timesOf(row), SIZE.cell));
}

const cellWidth = (part: Part, row: Row, paint: Paint): number =>
  textWidth(cellText(part, row, paint), SIZE.cell) + BOX.pad;

interface Branched {
  readonly branching: Branching;
  /** Width of each part's text. */
  readonly needs: readonly number[];
}

/** A block has a row per part; where its parts branch, they stand in lanes. */
function branchedOf(
  { request, paint }: Placing,
  { level, rows, parts, start, end }: Group,
): Branched | undefined {
  const { graph } = request.analysis;
  if (level !== 'block' || !hasJoin(graph, { start, end })) return undefined;
  const branching = branchingOf(graph, parts);
  return branching && { branching, needs: rows.map((row, i) => cellWidth(parts[i] as Part, row, paint)) };
}

/** All closed boxes of a diagram are as wide as the widest of them needs. */
export const closedWidth = (placing: Placing): number =>
  Math.ceil(
    Math.max(
      BOX.least,
      ...placing.groups
        .filter(({ open }) => !open)
        .flatMap((group) => {
          const branched = branchedOf(placing, group);
          const title = textWidth(groupTitle(placing.request, group), SIZE.title, true);
          if (branched) return [title, branchedWidth(branched.branching, branched.needs)];
          return [title, ...group.rows.map((row) => rowWidth(row, placing.paint))];
        }),
    ),
  );

interface Cell {
  readonly part: Part;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly paint: Paint;
}

function cellShapes({ part, text, x, y, width, paint }: Cell): readonly Shape[] {
  const { fill, edge, ink } = paint.box(part);
  const height = BOX.row - BOX.gap;
  return [
    { kind: 'rect', x, y, width, height, radius: BOX.radius, fill, stroke: edge },
    { kind: 'text', x: x + width / 2, y: y + 15, text, size: SIZE.cell, fill: ink, anchor: 'middle' },
  ];
}

interface Drawn {
  readonly row: Row;
  readonly y: number;
  readonly width: number;
  readonly paint: Paint;
  readonly muted: string;
}

/** The first cell takes up the slack, so that the cells after it stand in columns. */
function rowShapes({ row, y, width, paint, muted }: Drawn): readonly Shape[] {
  const times = timesOf(row);
  let x = 0;
  let slack = width - rowWidth(row, paint);
  const cells = row.parts.flatMap((part, i): readonly Shape[] => {
    const text = cellText(part, row, paint);
    const step = textWidth(text, SIZE.cell) + BOX.pad + slack;
    const wide = i === row.parts.length - 1 ? step : step - BOX.gap;
    const left = x;
    x += step;
    slack = 0;
    return cellShapes({ part, text, x: left, y, width: wide, paint });
  });
  if (!times) return cells;
  const middle = { y: y + 15, size: SIZE.cell, anchor: 'end' } as const;
  return [...cells, { kind: 'text', x: width, text: times.trim(), fill: muted, ...middle }];
}

interface Closing extends Placing {
  readonly group: Group;
  readonly boxWidth: number;
}

/** What is inside of a closed box, and how much higher than its rows that is, above and below. */
interface Inside {
  readonly shapes: readonly Shape[];
  readonly rows: number;
  readonly pad: number;
}

function plainRows({ request, group, paint, boxWidth: width }: Closing): Inside {
  const { muted } = PAPER[request.theme];
  const shapes = group.rows.flatMap((row, i) =>
    rowShapes({ row, y: BOX.title + i * BOX.row, width, paint, muted }),
  );
  return { shapes, rows: group.rows.length, pad: 0 };
}

/** In a frame, so that it is seen where a shortcut begins. */
function branches(
  { request, group, paint, boxWidth: width }: Closing,
  { branching, needs }: Branched,
): Inside {
  const { muted: colour, line: stroke, surface } = PAPER[request.theme];
  const [step, height, top] = [BOX.row, BOX.row - BOX.gap, BOX.title + BOX.frame];
  const { cells, lines } = drawBranches({ branching, needs, width, top, height, step, colour });
  const whole = branching.rows * step - BOX.gap + 2 * BOX.frame;
  return {
    shapes: [
      { kind: 'rect', x: 0, y: BOX.title, width, height: whole, radius: 6, fill: surface, stroke },
      ...lines,
      ...group.rows.flatMap((row, i) => {
        const [part, cell] = [group.parts[i], cells[i]];
        return part && cell ? cellShapes({ part, text: cellText(part, row, paint), ...cell, paint }) : [];
      }),
    ],
    rows: branching.rows,
    pad: BOX.frame,
  };
}

export function closedBox(closing: Closing): Piece {
  const { request, group, boxWidth: width } = closing;
  const { ink, muted } = PAPER[request.theme];
  const branched = branchedOf(closing, group);
  const { shapes: inside, rows, pad } = branched ? branches(closing, branched) : plainRows(closing);
  const half = (rows * BOX.row - BOX.gap) / 2 + pad;
  const numbered = group.number !== undefined;
  const shapes: readonly Shape[] = [
    {
      kind: 'text',
      x: width / 2,
      y: BOX.title - 7,
      text: groupTitle(request, group),
      size: SIZE.title,
      fill: numbered ? ink : muted,
      anchor: 'middle',
      bold: numbered,
    },
    ...inside,
  ];
  const above = BOX.title + half;
  const place: Piece['place'] = (x, y) => {
    const box = { x, y: y - above, width, height: above + half };
    return { items: [groupItem({ request, group, box, shapes })], links: [] };
  };
  return { group, width, above, below: half, entry: 0, exit: width, place };
}
