// A closed block or stage in the flow diagram: a title, and its parts as rows in their colours.
import { shortShape } from '../graph/shortName.ts';
import type { Piece } from './flowRows.ts';
import type { Group, Row } from './groups.ts';
import { groupItem, groupTitle } from './items.ts';
import type { Placing } from './layout.ts';
import type { Paint } from './paint.ts';
import { PAPER } from './palette.ts';
import type { Part } from './parts.ts';
import type { Shape } from './scene.ts';
import { textWidth } from './textWidth.ts';

const BOX = { least: 88, row: 25, title: 20, gap: 3, pad: 14, radius: 4 };
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

/** All closed boxes of a diagram are as wide as the widest of them needs. */
export const closedWidth = ({ request, groups, paint }: Placing): number =>
  Math.ceil(
    Math.max(
      BOX.least,
      ...groups.flatMap(({ rows }) => rows.map((row) => rowWidth(row, paint))),
      ...groups
        .filter(({ open }) => !open)
        .map((group) => textWidth(groupTitle(request, group), SIZE.title, true)),
    ),
  );

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
    const { fill, edge, ink } = paint.box(part);
    const height = BOX.row - BOX.gap;
    return [
      { kind: 'rect', x: left, y, width: wide, height, radius: BOX.radius, fill, stroke: edge },
      { kind: 'text', x: left + wide / 2, y: y + 15, text, size: SIZE.cell, fill: ink, anchor: 'middle' },
    ];
  });
  if (!times) return cells;
  const middle = { y: y + 15, size: SIZE.cell, anchor: 'end' } as const;
  return [...cells, { kind: 'text', x: width, text: times.trim(), fill: muted, ...middle }];
}

interface Closing extends Placing {
  readonly group: Group;
  readonly boxWidth: number;
}

export function closedBox({ request, group, paint, boxWidth: width }: Closing): Piece {
  const { ink, muted } = PAPER[request.theme];
  const half = (group.rows.length * BOX.row - BOX.gap) / 2;
  const numbered = group.number !== undefined;
  const shapes: Shape[] = [
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
  ];
  group.rows.forEach((row, i) =>
    shapes.push(...rowShapes({ row, y: BOX.title + i * BOX.row, width, paint, muted })),
  );
  const above = BOX.title + half;
  const place: Piece['place'] = (x, y) => {
    const box = { x, y: y - above, width, height: above + half };
    return { items: [groupItem({ request, group, box, shapes })], links: [] };
  };
  return { group, width, above, below: half, entry: 0, exit: width, place };
}
