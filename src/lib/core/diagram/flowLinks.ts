// Arrows inside an opened block: along a lane, down into a branch, back up out of it, and over layers that are skipped.
import type { Node } from '../graph/ir.ts';
import { arch, arrow, branch, join } from './arrows.ts';
import { isSkip, type Place } from './lanes.ts';
import type { Box, Shape } from './scene.ts';

interface Links {
  readonly nodes: readonly Node[];
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
const ENTRANCE: Place & Box = { column: -1, lane: 0, x: 4, y: 0, width: 2, height: 0 };

export function linksOf({ nodes, places, cells, x, y, height, colour }: Links): readonly Shape[] {
  const indexes = new Map(nodes.map(({ name }, i) => [name, i]));
  const ends = (name: string | undefined) => {
    const i = name === undefined ? undefined : indexes.get(name);
    const [place, cell] = i === undefined ? [ENTRANCE, ENTRANCE] : [places[i], cells[i]];
    return { place: place ?? ENTRANCE, cell: cell ?? ENTRANCE };
  };
  return nodes.flatMap((node) =>
    node.inputs.flatMap((input): readonly Shape[] => {
      const [a, b] = [ends(input), ends(node.name)];
      // the first cell is reached by the arrow from the block before
      if (a.place === ENTRANCE && b.place.column === 0 && b.place.lane === 0) return [];
      const [ay, by] = [y + a.cell.y + a.cell.height / 2, y + b.cell.y + b.cell.height / 2];
      const [ax, bx] = [x + a.cell.x + a.cell.width / 2, x + b.cell.x + b.cell.width / 2];
      const right = { x: x + a.cell.x + a.cell.width, y: ay };
      const left = { x: x + b.cell.x, y: by };
      if (a.place.lane < b.place.lane)
        return branch({ from: { x: ax, y: ay + a.cell.height / 2 }, to: left, colour });
      if (a.place.lane > b.place.lane)
        return join({ from: right, to: { x: bx, y: by + b.cell.height / 2 }, colour });
      if (!isSkip({ from: a.place, to: b.place, places })) return arrow({ from: right, to: left, colour });
      const top = Math.min(ay, by) - height / 2 - ARCH;
      const from = { x: ax, y: ay - a.cell.height / 2 };
      return arch({ from, to: { x: bx, y: by - b.cell.height / 2 }, top, colour });
    }),
  );
}
