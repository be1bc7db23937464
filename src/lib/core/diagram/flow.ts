// The flow diagram, as in the paper's figure: boxes in rows, arrows with the shape of the tensor between them.
import { closedBox } from './flowClosed.ts';
import { openFrame } from './flowOpen.ts';
import type { Group } from './groups.ts';
import type { Placed, Placing } from './layout.ts';
import { arrow, elbow } from './arrows.ts';
import { PAPER } from './palette.ts';
import type { Item, Shape } from './scene.ts';
import { shortShape } from '../graph/shortName.ts';

const FLOW = { left: 20, top: 14, width: 1180, gap: 58, rowGap: 40 };

/** A group ready to be placed: how far it reaches above and below the line that arrows run along. */
export interface Piece {
  readonly group: Group;
  readonly width: number;
  readonly above: number;
  readonly below: number;
  /** Items with (0, 0) at the left end of the line. */
  readonly items: readonly Item[];
  /** Links between the items, once it is known where that end lies. */
  readonly links: (x: number, y: number) => readonly Shape[];
}

interface PlacedPiece extends Piece {
  readonly x: number;
  readonly y: number;
}

/** Fills rows from left to right; every row is as high as its tallest pieces. */
function inRows(pieces: readonly Piece[]): readonly (readonly PlacedPiece[])[] {
  const rows: Piece[][] = [];
  let x = Infinity;
  for (const piece of pieces) {
    if (x + piece.width > FLOW.width) {
      rows.push([]);
      x = FLOW.left;
    }
    rows.at(-1)?.push(piece);
    x += piece.width + FLOW.gap;
  }
  let top = FLOW.top;
  return rows.map((row) => {
    const y = top + Math.max(...row.map(({ above }) => above));
    top = y + Math.max(...row.map(({ below }) => below)) + FLOW.rowGap;
    let left = FLOW.left;
    return row.map((piece) => {
      const placed = { ...piece, x: left, y };
      left += piece.width + FLOW.gap;
      return placed;
    });
  });
}

const bottomOf = (row: readonly PlacedPiece[]): number => Math.max(...row.map(({ y, below }) => y + below));

function connectors(rows: readonly (readonly PlacedPiece[])[], request: Placing['request']): Shape[] {
  const { muted } = PAPER[request.theme];
  const placed = rows.flat();
  return placed.flatMap((from, i): Shape[] => {
    const to = placed[i + 1];
    if (!to) return [];
    const shape = from.group.parts.at(-1)?.shape ?? [1, 1, 0];
    const start = { x: from.x + from.width, y: from.y };
    const label = { kind: 'text', text: shortShape(shape), size: 9.5, fill: muted } as const;
    if (to.y === from.y)
      return [
        ...arrow({ from: start, to: { x: to.x, y: to.y }, colour: muted }),
        { ...label, x: start.x + FLOW.gap / 2 - 1, y: start.y - 6, anchor: 'middle' },
      ];
    const row = rows.find((candidate) => candidate.includes(from)) ?? [];
    const between = bottomOf(row) + FLOW.rowGap / 2 - 6;
    return [
      ...elbow({ from: start, to: { x: to.x, y: to.y }, between, reach: 12, colour: muted }),
      { ...label, x: start.x + 16, y: start.y - 6, anchor: 'start' },
    ];
  });
}

export function flow({ request, groups, paint }: Placing): Placed {
  const pieces = groups.map((group) => (group.open ? openFrame : closedBox)({ request, group, paint }));
  const rows = inRows(pieces);
  const placed = rows.flat();
  const moved = placed.flatMap(({ items, x, y }) =>
    items.map((item) => ({ ...item, x: item.x + x, y: item.y + y })),
  );
  return {
    width: Math.max(...placed.map(({ x, width }) => x + width)) + FLOW.gap,
    height: Math.max(...rows.map(bottomOf)) + FLOW.top,
    items: [...moved.filter(({ frame }) => frame), ...moved.filter(({ frame }) => !frame)],
    links: [...placed.flatMap(({ links, x, y }) => links(x, y)), ...connectors(rows, request)],
    marks: [],
  };
}
