// An opened block in the flow diagram: every layer a box; side branches (SE) drawn as the branches they are.
import type { Node } from '../graph/ir.ts';
import { shortShape } from '../graph/shortName.ts';
import { arrow, bend } from './arrows.ts';
import type { Group } from './groups.ts';
import type { Piece } from './flow.ts';
import { groupItem, groupTitle, layerItem } from './items.ts';
import { lanesOf } from './lanes.ts';
import type { Placing } from './layout.ts';
import { PAPER } from './palette.ts';
import type { Box, Item, Shape } from './scene.ts';

const CELL = { width: 66, height: 36, across: 20, between: 24 };
const FRAME = { pad: 12, title: 20 };

type Opening = Omit<Placing, 'groups'> & { readonly group: Group };

export function openFrame({ request, group, paint }: Opening): Piece {
  const { ink, muted, line, surface } = PAPER[request.theme];
  const nodes = request.analysis.graph.nodes.slice(group.start, group.end);
  const places = lanesOf(nodes);
  const cellOf = (name: string): Box | undefined => {
    const place = places.get(name);
    if (!place) return undefined;
    const x = FRAME.pad + place.column * (CELL.width + CELL.across);
    return {
      x,
      y: place.lane * (CELL.height + CELL.between) - CELL.height / 2,
      width: CELL.width,
      height: CELL.height,
    };
  };
  const columns = 1 + Math.max(...[...places.values()].map(({ column }) => column));
  const lanes = 1 + Math.max(...[...places.values()].map(({ lane }) => lane));
  const width = 2 * FRAME.pad + columns * CELL.width + (columns - 1) * CELL.across;
  const above = CELL.height / 2 + FRAME.pad + FRAME.title;
  const below = (lanes - 1) * (CELL.height + CELL.between) + CELL.height / 2 + FRAME.pad;

  const layers = group.parts.map((part, i): Item => {
    const { fill, edge, ink: inkOn } = paint.box(part);
    const shape = nodes[i]?.shape ?? [1, 1, 0];
    const box = cellOf(nodes[i]?.name ?? '') ?? { x: 0, y: 0, width: 0, height: 0 };
    const middle = { x: CELL.width / 2, anchor: 'middle', fill: inkOn } as const;
    const shapes: Shape[] = [
      { kind: 'rect', x: 0, y: 0, width: CELL.width, height: CELL.height, radius: 5, fill, stroke: edge },
      { kind: 'text', ...middle, y: 15, text: part.name, size: 10.5, bold: true },
      { kind: 'text', ...middle, y: 28, text: shortShape(shape), size: 9 },
    ];
    return layerItem({ request, part, box, shapes });
  });

  const title = group.number === undefined ? group.id : `${groupTitle(request, group)} · ${group.id}`;
  const frame: Shape[] = [
    { kind: 'rect', x: 0, y: 0, width, height: above + below, radius: 8, fill: surface, stroke: line },
    { kind: 'text', x: FRAME.pad, y: 17, text: title, size: 11, fill: ink, anchor: 'start', bold: true },
  ];
  const links: Piece['links'] = (x, y) => {
    const placed = (name: string) => {
      const cell = cellOf(name);
      return cell && { ...cell, x: cell.x + x, y: cell.y + y };
    };
    return linksOf({ nodes, cellOf: placed, colour: muted });
  };
  const box = { x: 0, y: -above, width, height: above + below };
  return {
    group,
    width,
    above,
    below,
    items: [groupItem({ request, group, box, shapes: frame }), ...layers],
    links,
  };
}

interface Links {
  readonly nodes: readonly Node[];
  readonly cellOf: (name: string) => Box | undefined;
  readonly colour: string;
}

function linksOf({ nodes, cellOf, colour }: Links): readonly Shape[] {
  return nodes.flatMap((node) =>
    node.inputs.flatMap((input): readonly Shape[] => {
      const [a, b] = [cellOf(input), cellOf(node.name)];
      if (!a || !b) return [];
      const [ay, by] = [a.y + a.height / 2, b.y + b.height / 2];
      if (ay === by) return arrow({ from: { x: a.x + a.width, y: ay }, to: { x: b.x, y: by }, colour });
      const leaves = by > ay;
      return leaves
        ? bend({
            from: { x: a.x + a.width / 2, y: a.y + a.height },
            to: { x: b.x, y: by },
            colour,
            first: 'vertical',
          })
        : bend({
            from: { x: a.x + a.width, y: ay },
            to: { x: b.x + b.width / 2, y: b.y + b.height },
            colour,
            first: 'horizontal',
          });
    }),
  );
}
