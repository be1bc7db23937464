// A figure as a flat list of patches in painting order, for painters that know no nested groups: PDF and TikZ.
import type { Figure } from './figure.ts';
import { labelOf } from './items.ts';
import type { Item, Shape } from './scene.ts';

/** Shapes that belong together, relative to a corner. */
export interface Patch {
  /** What it shows, in one line. */
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly shapes: readonly Shape[];
}

/** Frames, links, items, marks: in the order in which svg.ts paints them. */
export function patchesOf({ head, scene, x, y, foot }: Figure): readonly Patch[] {
  const patch = (item: Item): Patch => ({
    label: labelOf(item),
    x: x + item.x,
    y: y + item.y,
    shapes: item.shapes,
  });
  const all: readonly Patch[] = [
    { label: 'title and legend', x: 0, y: 0, shapes: head },
    ...scene.items.filter(({ frame }) => frame).map(patch),
    { label: 'links', x, y, shapes: scene.links },
    ...scene.items.filter(({ frame }) => !frame).map(patch),
    { label: 'marks', x, y, shapes: scene.marks },
    { label: 'caption', x: 0, y: 0, shapes: foot },
  ];
  return all.filter(({ shapes }) => shapes.length > 0);
}
