// The slots of the strip: where each group stands and how much room it has. They are those of the network at one scale, so that
// turning the scale makes slabs thicker and thinner and moves nothing.
import type { Group } from './groups.ts';
import type { Part } from './parts.ts';
import { gapAfter, gapInside, roomOf, STRIP, thicknessOf } from './stripScale.ts';

export interface Slot {
  readonly x: number;
  readonly width: number;
}

/** What a group takes up whatever the thickness of its slabs: its least room, the gaps inside and after it. */
export interface Need {
  readonly parts: readonly Part[];
  readonly room: number;
  readonly inside: number;
  readonly after: number;
}

/** Units of the drawing per √channels: within these the strip is made as wide as asked. */
export const UNIT = { min: 0.35, max: 2.4 } as const;
/** Slabs of a wider network than the slots were made for are drawn thinner. */
const THINNEST = 0.05;
const BISECTIONS = 12;

export const needsOf = (groups: readonly Group[]): readonly Need[] =>
  groups.map((group, i) => {
    const after = gapAfter(group, groups[i + 1]);
    const { parts } = group;
    return {
      parts,
      room: Math.ceil(roomOf(group, after)),
      inside: gapInside(group) * (parts.length - 1),
      after,
    };
  });

export function widthOf({ parts, inside }: Need, unit: number): number {
  let width = inside;
  for (const part of parts) width += thicknessOf(part, unit);
  return width;
}

interface Range {
  readonly min: number;
  readonly max: number;
}

/** The largest unit that fits; the smallest where none does. */
export function largest({ min, max }: Range, fits: (unit: number) => boolean): number {
  if (fits(max)) return max;
  let [low, high] = [min, max];
  for (let i = 0; i < BISECTIONS; i++) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

export interface Slots {
  readonly slots: readonly Slot[];
  /** Units of the drawing per √channels that filled them. */
  readonly unit: number;
}

/** Slots side by side that take up the width asked for, where the groups allow it. */
export function slotsFor(groups: readonly Group[], width: number): Slots {
  const needs = needsOf(groups);
  const whole = (unit: number): number => {
    let sum = 2 * STRIP.side - (needs.at(-1)?.after ?? 0);
    for (const need of needs) sum += Math.max(widthOf(need, unit), need.room) + need.after;
    return sum;
  };
  const unit = largest(UNIT, (candidate) => whole(candidate) <= width);
  let x: number = STRIP.side;
  const slots = needs.map((need): Slot => {
    const slot = { x, width: Math.max(widthOf(need, unit), need.room) };
    x += slot.width + need.after;
    return slot;
  });
  return { slots, unit };
}

/** The unit with which every group stays within its slot. */
export function unitWithin(groups: readonly Group[], { slots, unit }: Slots): number {
  const needs = needsOf(groups);
  return largest({ min: THINNEST, max: unit }, (candidate) =>
    needs.every((need, i) => widthOf(need, candidate) <= (slots[i]?.width ?? Infinity)),
  );
}
