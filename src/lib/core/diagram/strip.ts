// The strip: the network to scale. Height is resolution, thickness is √channels; depthwise, SE and pointwise stand as slabs.
import { groupItem, layerItem } from './items.ts';
import type { Group } from './groups.ts';
import type { Placed, Placing } from './layout.ts';
import { PAPER } from './palette.ts';
import type { Part } from './parts.ts';
import type { Item, Shape } from './scene.ts';
import { marksBelow, resolutionMarks } from './stripMarks.ts';

export const STRIP = { left: 24, top: 40, tall: 230, width: 760, labels: 20 } as const;

const GAP = { slab: 1.5, layer: 5, block: 9, stage: 18 };
const MIN_SIDE = 3;
/** Slabs whose thickness says nothing about channels: the small products of SE, and layers that keep their input's shape. */
const SLIM: Readonly<Partial<Record<Part['kind'], number>>> = { se: 4, norm: 4, activation: 4, other: 4 };

const gapOf = ({ open, level }: Group): number => (open ? GAP.layer : level === 'stage' ? 1 : GAP.slab);

/** Pixels per √channel that make the whole strip as wide as asked, within reason. */
function thicknessUnit(groups: readonly Group[]): number {
  let [roots, fixed] = [0, STRIP.left];
  groups.forEach((group, i) => {
    for (const { kind, shape } of group.parts) {
      const slim = SLIM[kind];
      if (slim === undefined) roots += Math.sqrt(shape[2]);
      else fixed += slim;
    }
    fixed +=
      gapOf(group) * (group.parts.length - 1) +
      (groups[i + 1]?.stage === group.stage ? GAP.block : GAP.stage);
  });
  return Math.min(2.4, Math.max(0.35, (STRIP.width - fixed) / roots));
}

export interface Column {
  readonly group: Group;
  readonly x: number;
  readonly width: number;
  /** Height of the group's tallest slab. */
  readonly tall: number;
}

export function strip({ request, groups, paint }: Placing): Placed {
  const unit = thicknessUnit(groups);
  const tallest = Math.max(...groups.flatMap(({ parts }) => parts.map(({ shape }) => shape[0])));
  const middle = STRIP.top + STRIP.tall / 2;
  const items: Item[] = [];
  const columns: Column[] = [];
  let x: number = STRIP.left;

  groups.forEach((group, g) => {
    const slabs: Shape[] = [];
    const from = x;
    let tall = 0;
    for (const part of group.parts) {
      const width = SLIM[part.kind] ?? Math.max(MIN_SIDE, unit * Math.sqrt(part.shape[2]));
      const full = Math.max(MIN_SIDE, (part.shape[0] / tallest) * STRIP.tall);
      const height = part.kind === 'se' && !group.open ? Math.max(MIN_SIDE, 0.6 * full) : full;
      const slab = {
        kind: 'rect',
        width,
        height,
        radius: Math.min(2, width / 2),
        fill: paint.solid(part),
      } as const;
      if (group.open) {
        const box = { x, y: middle - height / 2, width, height };
        items.push(layerItem({ request, part, box, shapes: [{ ...slab, x: 0, y: 0 }] }));
      } else {
        slabs.push({ ...slab, x: x - from, y: -height / 2 });
      }
      tall = Math.max(tall, height);
      x += width + gapOf(group);
    }
    x -= gapOf(group);
    const column = { group, x: from, width: x - from, tall };
    columns.push(column);
    items.push(closedOrFrame({ request, column, slabs, middle }));
    x += groups[g + 1]?.stage === group.stage ? GAP.block : GAP.stage;
  });

  const below = marksBelow({ request, columns });
  const ordered = [...items.filter(({ frame }) => frame), ...items.filter(({ frame }) => !frame)];
  return {
    width: Math.max(STRIP.width + STRIP.left, x),
    height: below.height,
    items: ordered,
    links: [],
    marks: [...resolutionMarks({ request, columns }), ...below.marks],
  };
}

interface ClosedOrFrame {
  readonly request: Placing['request'];
  readonly column: Column;
  readonly slabs: readonly Shape[];
  readonly middle: number;
}

const PAD = 4;

/** A closed group holds its slabs; an opened one is a frame behind layers that are items themselves. */
function closedOrFrame({ request, column: { group, x, width, tall }, slabs, middle }: ClosedOrFrame): Item {
  if (!group.open) {
    const box = { x, y: middle - tall / 2, width, height: tall };
    const shapes = slabs.map((shape) =>
      shape.kind === 'rect' ? { ...shape, y: shape.y + tall / 2 } : shape,
    );
    return groupItem({ request, group, box, shapes });
  }
  const { line, surface } = PAPER[request.theme];
  const box = { x: x - PAD, y: middle - tall / 2 - PAD, width: width + 2 * PAD, height: tall + 2 * PAD };
  const frame = {
    kind: 'rect',
    x: 0,
    y: 0,
    width: box.width,
    height: box.height,
    radius: 4,
    fill: surface,
    stroke: line,
  } as const;
  return groupItem({ request, group, box, shapes: [frame] });
}
