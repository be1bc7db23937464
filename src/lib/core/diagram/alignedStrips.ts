// Strips of several networks, to be shown one below the other: one scale, and what stands for one another in one line.
import { columnsOf, type Column, type Rule, type Unit } from '../compare/align.ts';
import { placesOf } from '../compare/place.ts';
import { groupsOf, type Group } from './groups.ts';
import { sceneOf } from './layout.ts';
import type { DiagramRequest } from './request.ts';
import type { Scene } from './scene.ts';
import { strip } from './strip.ts';
import { extentOf, inSteps, STRIP } from './stripScale.ts';
import { largest, needsOf, UNIT, widthOf, type Need, type Slot } from './stripSlots.ts';

interface Member {
  readonly request: DiagramRequest;
  readonly groups: readonly Group[];
  readonly needs: readonly Need[];
}

function unitsOf({ request, groups }: Member): readonly Unit[] {
  const places = placesOf(request.analysis.graph);
  return groups.map(({ id, role, stage, last }) => ({ id, role, stage, place: places.get(last) }));
}

/** What those who have something in a column need there. */
const neededIn = (column: Column, members: readonly Member[]): readonly Need[] =>
  column.flatMap((index, m) => members[m]?.needs[index ?? -1] ?? []);

const widest = (needs: readonly Need[], unit: number): number =>
  Math.max(0, ...needs.map((need) => Math.max(widthOf(need, unit), need.room)));

const gapAfter = (needs: readonly Need[]): number => Math.max(0, ...needs.map(({ after }) => after));

/** `rules` says for each network how it is aligned with the first; `width` is what there is for the figures. */
export function alignedStrips(
  requests: readonly DiagramRequest[],
  { rules, width = STRIP.width }: { readonly rules: readonly Rule[]; readonly width?: number | undefined },
): readonly Scene[] {
  const members = requests.map((request): Member => {
    const groups = groupsOf(request);
    return { request, groups, needs: needsOf(groups) };
  });
  const columns = columnsOf(members.map(unitsOf), rules);
  const needs = columns.map((column) => neededIn(column, members));
  const whole = (unit: number): number =>
    needs.reduce((sum, need) => sum + widest(need, unit) + gapAfter(need), 2 * STRIP.side) -
    gapAfter(needs.at(-1) ?? []);
  const unit = largest(UNIT, (candidate) => whole(candidate) <= Math.max(STRIP.least, width));
  let x: number = STRIP.side;
  const slots = needs.map((need): Slot => {
    const slot = { x, width: widest(need, unit) };
    x += slot.width + gapAfter(need);
    return slot;
  });
  const extents = members.map(({ groups }) => extentOf(groups));
  const extent = [Math.max(...extents.map(([h]) => h)), Math.max(...extents.map(([, w]) => w))] as const;
  return members.map(({ request }, m) => {
    const own = columns.flatMap((column, c) => (column[m] === undefined ? [] : (slots[c] ?? [])));
    const shared = { slots: own, unit, extent };
    return sceneOf(
      { ...request, mode: 'strip', shared, width: Math.max(width, inSteps(whole(unit))) },
      strip,
    );
  });
}
