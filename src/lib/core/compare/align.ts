// Which part of one network stands for which of another: the same stage and position within one family, the same resolution and
// position between families; in stem and head the same name.
import type { Graph, StageRole } from '../graph/ir.ts';
import { placesOf, type Place } from './place.ts';

/** What is aligned: a block, or a whole stage. */
export interface Unit {
  readonly id: string;
  readonly role: StageRole;
  readonly stage: string;
  readonly place: Place | undefined;
}

/** `stage`: the networks are of one family. */
export type Rule = 'stage' | 'place';

/** The blocks of a network, input left out. */
export function blockUnits(graph: Graph): readonly Unit[] {
  const places = placesOf(graph);
  return graph.blocks
    .filter(({ role }) => role !== 'input')
    .map(({ id, role, stage }) => ({ id, role, stage, place: places.get(id) }));
}

/** Body: stage or resolution, and which one of it; elsewhere the name. Equal keys stand for each other. */
function keysOf(units: readonly Unit[], rule: Rule): readonly string[] {
  const counts = new Map<string, number>();
  return units.map(({ id, role, stage, place }) => {
    if (role !== 'body') return `${role} ${id}`;
    const group = rule === 'stage' ? stage : (place ?? '');
    const index = counts.get(group) ?? 0;
    counts.set(group, index + 1);
    return `${role} ${group} ${index}`;
  });
}

/** For each unit of `other` the index of its counterpart in `base`, if it has one. Indexes only rise: nothing crosses. */
export function counterparts(
  base: readonly Unit[],
  other: readonly Unit[],
  rule: Rule,
): readonly (number | undefined)[] {
  const byKey = new Map(keysOf(base, rule).map((key, index) => [key, index]));
  let last = -1;
  return keysOf(other, rule).map((key) => {
    const found = byKey.get(key);
    if (found === undefined || found <= last) return undefined;
    last = found;
    return found;
  });
}

/** One column: for each network the index of its unit, or undefined where it has none. */
export type Column = readonly (number | undefined)[];

/**
 * All networks in common columns: those of the first, and between them what only others have, which these share.
 * `rules` says for each network how it is aligned with the first.
 */
export function columnsOf(networks: readonly (readonly Unit[])[], rules: readonly Rule[]): readonly Column[] {
  const [base = []] = networks;
  interface Draft {
    readonly members: (number | undefined)[];
    readonly inserted: boolean;
  }
  const empty = () => networks.map((): number | undefined => undefined);
  const columns = base.map((_, index): Draft => {
    const members = empty();
    members[0] = index;
    return { members, inserted: false };
  });
  networks.slice(1).forEach((units, before) => {
    const network = before + 1;
    let at = -1;
    counterparts(base, units, rules[network] ?? 'place').forEach((match, index) => {
      if (match !== undefined) at = columns.findIndex(({ members }) => members[0] === match);
      else {
        at += 1;
        if (!columns[at]?.inserted) columns.splice(at, 0, { members: empty(), inserted: true });
      }
      const column = columns[at];
      if (column) column.members[network] = index;
    });
  });
  return columns.map(({ members }) => members);
}
