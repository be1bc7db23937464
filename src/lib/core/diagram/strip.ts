// The strip: the network to scale. Height is resolution, thickness is √channels; depthwise, SE and pointwise stand as slabs.
import type { Graph } from '../graph/ir.ts';
import { ofLastGraph } from '../graph/ofLastGraph.ts';
import { filmUnder } from './film.ts';
import { groupsOf, type Group } from './groups.ts';
import { groupItem, layerItem } from './items.ts';
import type { Placed, Placing } from './layout.ts';
import { PAPER } from './palette.ts';
import type { Part } from './parts.ts';
import type { DiagramRequest } from './request.ts';
import type { Box, Item, Shape } from './scene.ts';
import { axisLine } from './stripKey.ts';
import { stripLinks } from './stripLinks.ts';
import { stripMarks } from './stripMarks.ts';
import { gapInside, inSteps, STRIP, stripScale, thicknessOf, type StripScale } from './stripScale.ts';
import { slotsFor, unitWithin, type Slot, type Slots } from './stripSlots.ts';

interface Slab {
  readonly part: Part;
  readonly box: Box;
}

/** A group where it stands: as wide as its slot, as high as its slabs. */
export interface Column extends Box {
  readonly group: Group;
  readonly slabs: readonly Slab[];
}

interface SetSlots {
  /** Groups of the network. */
  readonly count: number;
  readonly slots: Slots;
}

interface Standing {
  readonly group: Group;
  readonly slot: Slot;
  readonly scale: StripScale;
}

/** Slabs side by side in the middle of the slot. */
function columnOf({ group, slot, scale }: Standing): Column {
  const gap = gapInside(group);
  const widths = group.parts.map((part) => thicknessOf(part, scale.unit));
  const own = widths.reduce((sum, width) => sum + width + gap, -gap);
  let left = slot.x + (slot.width - own) / 2;
  let [above, below] = [0, 0];
  const slabs = group.parts.map((part, i): Slab => {
    const reach = scale.reach(part, group.open);
    const width = widths[i] ?? 0;
    const box = { x: left, y: scale.axis - reach.above, width, height: reach.above + reach.below };
    above = Math.max(above, reach.above);
    below = Math.max(below, reach.below);
    left += width + gap;
    return { part, box };
  });
  return { group, slabs, x: slot.x, y: scale.axis - above, width: slot.width, height: above + below };
}

const knownSlots = ofLastGraph(() => new Map<string, SetSlots>());

/** Slots of the network that sets the places: found once, for a knob that turns the scale leaves them alone. */
function slotsOfPlaces(request: DiagramRequest, places: Graph, width: number): SetSlots {
  const known = knownSlots(places);
  const key = [request.level, width, ...request.opened].join();
  let found = known.get(key);
  if (!found) {
    const groups = groupsOf(request, places);
    found = { count: groups.length, slots: slotsFor(groups, width) };
    known.set(key, found);
  }
  return found;
}

/** The slots that are given; else those of the network that sets the places, where it has the same groups; else those of the network itself. */
function standing({ request, groups }: Placing, width: number) {
  const { places, shared } = request;
  const setting = places && !shared ? slotsOfPlaces(request, places, width) : undefined;
  const slots = shared ?? (setting?.count === groups.length ? setting.slots : slotsFor(groups, width));
  const scale = stripScale(groups, shared?.unit ?? unitWithin(groups, slots), shared?.extent);
  const columns = groups.flatMap((group, i) => {
    const slot = slots.slots[i];
    return slot ? [columnOf({ group, slot, scale })] : [];
  });
  return { scale, columns };
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
  const { request } = placing;
  const width = Math.max(STRIP.least, request.width ?? STRIP.width);
  const { scale, columns } = standing(placing, width);
  const opened = columns.filter(({ group }) => group.open);
  const layers = opened.flatMap(({ slabs }) =>
    slabs.map((slab) => {
      const { part, box } = slab;
      return layerItem({ request, part, box, shapes: [slabShape(placing, slab, box)] });
    }),
  );
  const last = columns.at(-1);
  const right = Math.max(width, inSteps(last ? last.x + last.width + STRIP.side : 0));
  const { marks, height } = stripMarks({ request, columns, scale, right });
  const film = filmUnder({ columns, top: height, count: request.film ?? 0 });
  return {
    width: right,
    height: height + film.height,
    items: [
      ...opened.map((column) => frame(placing, column)),
      ...columns.filter(({ group }) => !group.open).map((column) => closed(placing, column)),
      ...layers,
    ],
    links: [...axisLine({ request, scale, right }), ...stripLinks(request, columns)],
    marks,
    film: film.places,
  };
}
