// The strip: the network to scale. Height is resolution, thickness is √channels; depthwise, SE and pointwise stand as slabs.
import type { Group } from './groups.ts';
import { groupItem, layerItem } from './items.ts';
import type { Placed, Placing } from './layout.ts';
import { PAPER } from './palette.ts';
import type { Part } from './parts.ts';
import type { Box, Item, Shape } from './scene.ts';
import { axisLine } from './stripKey.ts';
import { stripMarks } from './stripMarks.ts';
import { gapAfter, gapInside, roomOf, STRIP, stripScale, type StripScale } from './stripScale.ts';

interface Slab {
  readonly part: Part;
  readonly box: Box;
}

/** A group where it stands. */
export interface Column extends Box {
  readonly group: Group;
  readonly slabs: readonly Slab[];
}

interface Standing {
  readonly groups: readonly Group[];
  readonly scale: StripScale;
}

function columnsOf({ groups, scale }: Standing): readonly Column[] {
  let x: number = STRIP.side;
  return groups.map((group, i): Column => {
    const gap = gapInside(group);
    const after = gapAfter(group, groups[i + 1]);
    const widths = group.parts.map(scale.thickness);
    const width = widths.reduce((sum, each) => sum + each + gap, -gap);
    const slack = Math.max(0, roomOf(group, after) - width);
    let left = x + slack / 2;
    const from = left;
    x += width + slack + after;
    let [above, below] = [0, 0];
    const slabs = group.parts.map((part, p): Slab => {
      const reach = scale.reach(part, group.open);
      const wide = widths[p] ?? 0;
      const box = {
        x: left,
        y: scale.axis - reach.above,
        width: wide,
        height: reach.above + reach.below,
      };
      above = Math.max(above, reach.above);
      below = Math.max(below, reach.below);
      left += wide + gap;
      return { part, box };
    });
    return { group, slabs, x: from, y: scale.axis - above, width, height: above + below };
  });
}

/** `corner`: of the item that the slab is part of. */
function slabShape({ paint }: Placing, { part, box }: Slab, corner: Box): Shape {
  const { width, height } = box;
  const radius = Math.min(2, width / 2, height / 2);
  const rect = { kind: 'rect', x: box.x - corner.x, y: box.y - corner.y, width, height, radius } as const;
  return Object.assign(rect, paint.solid(part));
}

/** A closed group holds its slabs. */
function closed(placing: Placing, column: Column): Item {
  const { request } = placing;
  const shapes = column.slabs.map((slab) => slabShape(placing, slab, column));
  return groupItem({ request, group: column.group, box: column, shapes });
}

const PAD = 4;

/** An opened group is a frame behind layers that are items themselves. */
function frame({ request }: Placing, { group, x, y, width, height }: Column): Item {
  const { line, surface } = PAPER[request.theme];
  const [wide, high] = [width + 2 * PAD, height + 2 * PAD];
  const shape: Shape = {
    kind: 'rect',
    x: 0,
    y: 0,
    width: wide,
    height: high,
    radius: 4,
    fill: surface,
    stroke: line,
  };
  const box = { x: x - PAD, y: y - PAD, width: wide, height: high };
  return groupItem({ request, group, box, shapes: [shape] });
}

export function strip(placing: Placing): Placed {
  const { request, groups } = placing;
  const width = Math.max(STRIP.least, request.width ?? STRIP.width);
  const scale = stripScale({ groups, width });
  const columns = columnsOf({ groups, scale });
  const opened = columns.filter(({ group }) => group.open);
  const layers = opened.flatMap(({ slabs }) =>
    slabs.map((slab) => {
      const { part, box } = slab;
      return layerItem({ request, part, box, shapes: [slabShape(placing, slab, box)] });
    }),
  );
  const last = columns.at(-1);
  const right = Math.max(width, last ? last.x + last.width + STRIP.side : 0);
  const { marks, height } = stripMarks({ request, columns, scale, right });
  return {
    width: right,
    height,
    items: [
      ...opened.map((column) => frame(placing, column)),
      ...columns.filter(({ group }) => !group.open).map((column) => closed(placing, column)),
      ...layers,
    ],
    links: axisLine({ request, scale, right }),
    marks,
  };
}
