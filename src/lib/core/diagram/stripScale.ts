// The scale of the strip: how many units of the drawing a pixel of resolution and a root of channels are, and the gaps between slabs.
import type { Pair } from '../config/netConfig.ts';
import type { Shape } from '../graph/ir.ts';
import type { Group } from './groups.ts';
import type { Part } from './parts.ts';
import { textWidth } from './textWidth.ts';

export const STRIP = { side: 16, top: 34, tall: 230, width: 760, least: 480, label: 11, small: 9.5 } as const;

const GAP = { slab: 1.5, layer: 6, block: 9, frames: 14, stage: 18, text: 8 } as const;
/** Thinnest and flattest that a slab is drawn, so that it can be seen and hit. */
const LEAST = 3;
/** Slabs that say nothing about channels of their own: the small products of SE, and layers that keep their input's shape. */
const SLIM: Readonly<Partial<Record<Part['kind'], number>>> = { se: 4, norm: 4, activation: 4, other: 4 };
/** A closed SE is a gate within its block, not a tensor of the block's height. */
const SE_HEIGHT = 0.6;

const STEP = 40;

/** Wider figures grow in steps, so that a turned knob seldom scales everything anew. */
export const inSteps = (width: number): number => STEP * Math.ceil(width / STEP);

export const captionOf = ({ level, id, number }: Group): string =>
  level === 'stage' ? id : String(number ?? id);

export const gapInside = ({ open }: Group): number => (open ? GAP.layer : GAP.slab);

export function gapAfter(group: Group, next: Group | undefined): number {
  if (group.role !== 'body' || next?.stage !== group.stage) return GAP.stage;
  return group.open || next.open ? GAP.frames : GAP.block;
}

/** Room that a group takes up at least, so that the captions of neighbours stay apart. */
export const roomOf = (group: Group, after: number): number =>
  textWidth(captionOf(group), STRIP.label) + GAP.text - after;

export interface StripScale {
  readonly unit: number;
  readonly axis: number;
  readonly oblong: boolean;
  readonly thickness: (part: Part) => number;
  /** Reach above and below the axis. Height counts above, width below: the same wherever the input is square. */
  readonly reach: (part: Part, open: boolean) => { readonly above: number; readonly below: number };
}

/** In steps of half a unit: edges stay sharp, and small changes of width change few slabs. */
export const thicknessOf = ({ kind, shape }: Part, unit: number): number =>
  SLIM[kind] ?? Math.max(LEAST, Math.round(2 * unit * Math.sqrt(shape[2])) / 2);

const shapesOf = (groups: readonly Group[]): readonly Shape[] =>
  groups.flatMap(({ parts }) => parts.map(({ shape }) => shape));

const extent = (shapes: readonly Shape[]): Pair => [
  Math.max(1, ...shapes.map(([height]) => height)),
  Math.max(1, ...shapes.map(([, width]) => width)),
];

/** The largest height and width of what is drawn, in pixels. */
export const extentOf = (groups: readonly Group[]): Pair => extent(shapesOf(groups));

/** `unit`: units of the drawing per √channels. `shared`: the extent where other networks have a say in it. */
export function stripScale(groups: readonly Group[], unit: number, shared?: Pair): StripScale {
  const shapes = shapesOf(groups);
  const [high, wide] = shared ?? extent(shapes);
  const pixel = STRIP.tall / (high + wide);
  return {
    unit,
    axis: STRIP.top + pixel * high,
    oblong: shapes.some(([height, width]) => height !== width),
    thickness: (part) => thicknessOf(part, unit),
    reach: ({ kind, shape: [height, width] }, open) => {
      const share = pixel * (kind === 'se' && !open ? SE_HEIGHT : 1);
      return { above: Math.max(LEAST / 2, height * share), below: Math.max(LEAST / 2, width * share) };
    },
  };
}
