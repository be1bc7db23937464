// An opened block in the flow diagram: every layer a box; side branches (SE) drawn as the branches they are.
import { shortShape } from '../graph/shortName.ts';
import { linksOf } from './flowLinks.ts';
import type { Piece } from './flowRows.ts';
import type { Group } from './groups.ts';
import { groupItem, groupTitle, layerItem } from './items.ts';
import { hasArch, lanesOf, wiresOf } from './lanes.ts';
import type { Placing } from './layout.ts';
import type { Paint } from './paint.ts';
import { PAPER } from './palette.ts';
import type { Part } from './parts.ts';
import type { Box, Item, Shape } from './scene.ts';
import { textWidth } from './textWidth.ts';

const CELL = { least: 40, height: 36, pad: 14, across: 18, between: 22, round: 26 };
const FRAME = { pad: 12, title: 20, arch: 14 };
const SIZE = { name: 10.5, detail: 9, title: 11, sign: 14 };

/** A layer that only joins its inputs is drawn as its sign in a circle. */
const isSign = ({ name }: Part): boolean => name.length === 1;

const detailOf = (part: Part, paint: Paint): string => paint.value(part) ?? shortShape(part.shape);

function cellWidth(part: Part, paint: Paint): number {
  if (isSign(part)) return CELL.round;
  const name = textWidth(part.name, SIZE.name, true);
  return Math.max(
    CELL.least,
    Math.ceil(Math.max(name, textWidth(detailOf(part, paint), SIZE.detail)) + CELL.pad),
  );
}

function cellShapes(part: Part, { width, height }: Box, paint: Paint): readonly Shape[] {
  const { fill, edge, ink } = paint.box(part);
  const sign = isSign(part);
  const text = (y: number, size: number, words: string, bold: boolean): Shape => {
    return { kind: 'text', x: width / 2, y, text: words, size, fill: ink, anchor: 'middle', bold };
  };
  const radius = sign ? height / 2 : 5;
  const rect: Shape = { kind: 'rect', x: 0, y: 0, width, height, radius, fill, stroke: edge };
  return sign
    ? [rect, text(height / 2 + 5, SIZE.sign, part.name, true)]
    : [rect, text(15, SIZE.name, part.name, true), text(28, SIZE.detail, detailOf(part, paint), false)];
}

interface Opening extends Placing {
  readonly group: Group;
}

/** Cells of the layers, with (0, 0) at the left end of the line that arrows run along. */
function cellsOf({ request, group, paint }: Opening) {
  const nodes = request.analysis.graph.nodes.slice(group.start, group.end);
  const wires = wiresOf(nodes);
  const places = lanesOf(wires);
  const columns: number[] = [];
  const widths = group.parts.map((part) => cellWidth(part, paint));
  places.forEach(({ column }, i) => (columns[column] = Math.max(columns[column] ?? 0, widths[i] ?? 0)));
  let next = FRAME.pad;
  const lefts = columns.map((width) => {
    const left = next;
    next += width + CELL.across;
    return left;
  });
  const cells = places.map(({ column, lane }, i): Box => {
    const width = widths[i] ?? 0;
    const height = group.parts[i] && isSign(group.parts[i]) ? CELL.round : CELL.height;
    const x = (lefts[column] ?? 0) + ((columns[column] ?? 0) - width) / 2;
    return { x, y: lane * (CELL.height + CELL.between) - height / 2, width, height };
  });
  const lanes = 1 + Math.max(...places.map(({ lane }) => lane));
  return { wires, places, cells, lanes, right: next - CELL.across };
}

export function openFrame(opening: Opening): Piece {
  const { request, group, paint } = opening;
  const { ink, muted, line, surface } = PAPER[request.theme];
  const { wires, places, cells, lanes, right } = cellsOf(opening);
  const title = groupTitle(request, group);
  const width = Math.ceil(Math.max(right, FRAME.pad + textWidth(title, SIZE.title, true))) + FRAME.pad;
  const above = CELL.height / 2 + FRAME.pad + FRAME.title + (hasArch(wires, places) ? FRAME.arch : 0);
  const below = (lanes - 1) * (CELL.height + CELL.between) + CELL.height / 2 + FRAME.pad;
  const frame: readonly Shape[] = [
    { kind: 'rect', x: 0, y: 0, width, height: above + below, radius: 8, fill: surface, stroke: line },
    {
      kind: 'text',
      x: FRAME.pad,
      y: 17,
      text: title,
      size: SIZE.title,
      fill: group.number === undefined ? muted : ink,
      anchor: 'start',
      bold: group.number !== undefined,
    },
  ];
  const place: Piece['place'] = (x, y) => {
    const box = { x, y: y - above, width, height: above + below };
    const layers = group.parts.map((part, i): Item => {
      const cell = cells[i] ?? box;
      const own = { x: x + cell.x, y: y + cell.y, width: cell.width, height: cell.height };
      return layerItem({ request, part, box: own, shapes: cellShapes(part, cell, paint) });
    });
    return {
      items: [groupItem({ request, group, box, shapes: frame }), ...layers],
      links: linksOf({ wires, places, cells, x, y, height: CELL.height, colour: muted }),
    };
  };
  const last = cells.at(-1);
  const exit = last ? last.x + last.width : width;
  return { group, width, above, below, entry: cells[0]?.x ?? 0, exit, place };
}
