// A closed block or stage in the flow diagram: a title, and its parts as rows in their colours.
import type { Group } from './groups.ts';
import type { Piece } from './flow.ts';
import { groupItem, groupTitle } from './items.ts';
import type { Placing } from './layout.ts';
import { PAPER } from './palette.ts';
import type { Part } from './parts.ts';
import type { Shape } from './scene.ts';

const BOX = { width: 104, row: 25, title: 20, pad: 3 };

interface Row {
  readonly part: Part;
  readonly text: string;
}

/** Equal neighbours of a stage share one row: `DW 5×5 ×5`. */
function rowsOf({ level, parts }: Group): readonly Row[] {
  if (level === 'block') return parts.map((part) => ({ part, text: rowText(part) }));
  const runs: { part: Part; count: number }[] = [];
  for (const part of parts) {
    const run = runs.at(-1);
    if (run?.part.name === part.name) run.count++;
    else runs.push({ part, count: 1 });
  }
  return runs.map(({ part, count }) => ({ part, text: count > 1 ? `${part.name} × ${count}` : part.name }));
}

const SHOWS_CHANNELS: ReadonlySet<Part['kind']> = new Set(['pointwise', 'conv', 'linear']);

const rowText = ({ kind, name, shape }: Part): string =>
  SHOWS_CHANNELS.has(kind) ? `${name} · ${shape[2]}` : name;

export function closedBox({
  request,
  group,
  paint,
}: Omit<Placing, 'groups'> & { readonly group: Group }): Piece {
  const { ink, muted } = PAPER[request.theme];
  const rows = rowsOf(group);
  const height = rows.length * BOX.row;
  const shapes: Shape[] = [
    {
      kind: 'text',
      x: BOX.width / 2,
      y: BOX.title - 7,
      text: groupTitle(request, group),
      size: 11,
      fill: group.number === undefined ? muted : ink,
      anchor: 'middle',
      bold: group.number !== undefined,
    },
  ];
  rows.forEach(({ part, text }, i) => {
    const { fill, edge, ink: inkOn } = paint.box(part);
    const y = BOX.title + i * BOX.row;
    shapes.push(
      { kind: 'rect', x: 0, y, width: BOX.width, height: BOX.row - BOX.pad, radius: 4, fill, stroke: edge },
      { kind: 'text', x: BOX.width / 2, y: y + 15, text, size: 10.5, fill: inkOn, anchor: 'middle' },
    );
  });
  const above = BOX.title + (height - BOX.pad) / 2;
  const box = { x: 0, y: -above, width: BOX.width, height: BOX.title + height - BOX.pad };
  return {
    group,
    width: BOX.width,
    above,
    below: (height - BOX.pad) / 2,
    items: [groupItem({ request, group, box, shapes })],
    links: () => [],
  };
}
