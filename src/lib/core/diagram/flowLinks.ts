// Arrows inside an opened block: along a lane, down into a branch, back up out of it, and over layers that are skipped.
import { arch, arrow, branch, join } from './arrows.ts';
import { ENTRANCE, isSkip, type Place, type Wires } from './lanes.ts';
import type { Box, Shape } from './scene.ts';

interface Links {
  readonly wires: Wires;
  readonly places: readonly Place[];
  readonly cells: readonly Box[];
  /** Where the cells' (0, 0) lies. */
  readonly x: number;
  readonly y: number;
  /** Height of a full cell: arches pass above it. */
  readonly height: number;
  readonly colour: string;
}

const ARCH = 10;
/** Point before the first cell at which a shortcut around the whole block begins. */
const DOOR: Box = { x: 4, y: 0, width: 2, height: 0 };

interface Ends {
  readonly from: number;
  readonly to: number;
}

/** The arrow between two layers, by their places. */
function link({ places, cells, x, y, height, colour }: Links, { from, to }: Ends): readonly Shape[] {
  const a = places[from] ?? ENTRANCE;
  const b = places[to] ?? ENTRANCE;
  // the first cell is reached by the arrow from the block before
  if (a === ENTRANCE && b.column === 0 && b.lane === 0) return [];
  const source = cells[from] ?? DOOR;
  const target = cells[to] ?? DOOR;
  const top = y + source.y;
  const middle = x + source.x + source.width / 2;
  const right = { x: x + source.x + source.width, y: top + source.height / 2 };
  const left = { x: x + target.x, y: y + target.y + target.height / 2 };
  if (a.lane < b.lane) return branch({ from: { x: middle, y: top + source.height }, to: left, colour });
  const over = left.x + target.width / 2;
  if (a.lane > b.lane) return join({ from: right, to: { x: over, y: y + target.y + target.height }, colour });
  if (!isSkip({ from: a, to: b, places })) return [arrow({ from: right, to: left, colour })];
  return arch({
    from: { x: middle, y: top },
    to: { x: over, y: y + target.y },
    top: Math.min(right.y, left.y) - height / 2 - ARCH,
    colour,
  });
}

export function linksOf(links: Links): readonly Shape[] {
  const shapes: Shape[] = [];
  links.wires.forEach((sources, to) => {
    for (const from of sources) shapes.push(...link(links, { from, to }));
  });
  return shapes;
}
