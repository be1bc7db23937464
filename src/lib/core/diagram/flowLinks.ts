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
  const [a, b] = [places[from] ?? ENTRANCE, places[to] ?? ENTRANCE];
  // the first cell is reached by the arrow from the block before
  if (a === ENTRANCE && b.column === 0 && b.lane === 0) return [];
  const [source, target] = [cells[from] ?? DOOR, cells[to] ?? DOOR];
  const [top, bottom] = [y + source.y, y + source.y + source.height];
  const middle = { x: x + source.x + source.width / 2, y: y + source.y + source.height / 2 };
  const right = { x: x + source.x + source.width, y: middle.y };
  const left = { x: x + target.x, y: y + target.y + target.height / 2 };
  const over = x + target.x + target.width / 2;
  if (a.lane < b.lane) return branch({ from: { x: middle.x, y: bottom }, to: left, colour });
  if (a.lane > b.lane) return join({ from: right, to: { x: over, y: y + target.y + target.height }, colour });
  if (!isSkip({ from: a, to: b, places })) return [arrow({ from: right, to: left, colour })];
  return arch({
    from: { x: middle.x, y: top },
    to: { x: over, y: y + target.y },
    top: Math.min(middle.y, left.y) - height / 2 - ARCH,
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
