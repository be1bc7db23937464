// What differs between two networks: settings by name, then block by block. Data; the words are the page's and the command line's.
import { PER_BLOCK, type SettingName } from '../config/netConfig.ts';
import { SETTINGS, SETTING_NAMES, type Setting } from '../config/settings.ts';
import { blockUnits, counterparts } from './align.ts';
import { BLOCK_FACTS, factsOf, type BlockFact, type BlockFacts } from './blockFacts.ts';
import type { ComparedNetwork } from './network.ts';
import { placesOf, type Place } from './place.ts';

export interface SettingDifference {
  readonly setting: SettingName;
  /** Its name in addresses and on the command line. */
  readonly option: string;
  /** As text; undefined where the family has no such setting. */
  readonly base: string | undefined;
  readonly other: string | undefined;
}

/** A block of the body and its counterpart, or one that has none. */
export interface BlockPair {
  readonly place: Place;
  /** Numbers as people count, 1 … n. */
  readonly base: number | undefined;
  readonly other: number | undefined;
  readonly baseFacts: BlockFacts | undefined;
  readonly otherFacts: BlockFacts | undefined;
  /** Empty where both are alike, and where one is missing. */
  readonly differing: readonly BlockFact[];
}

export interface Differences {
  readonly settings: readonly SettingDifference[];
  /** Every block of both networks, alike or not, in order. */
  readonly blocks: readonly BlockPair[];
}

/** Listed block by block instead. */
const isPerBlock = (name: SettingName): boolean => (PER_BLOCK as readonly SettingName[]).includes(name);

function settingDifferences(base: ComparedNetwork, other: ComparedNetwork): readonly SettingDifference[] {
  return SETTING_NAMES.filter((name) => !isPerBlock(name)).flatMap((name) => {
    const { option, write } = SETTINGS[name] as Setting<unknown>;
    const text = ({ config, family }: ComparedNetwork) =>
      name === 'family' || family.settings.includes(name) ? write(config[name]) : undefined;
    const [before, after] = [text(base), text(other)];
    return before === after ? [] : [{ setting: name, option, base: before, other: after }];
  });
}

/** Tables of different families say in different units how much blocks expand: then it is not compared. */
function differing(a: BlockFacts, b: BlockFacts, sameFamily: boolean): readonly BlockFact[] {
  return BLOCK_FACTS.filter(
    (fact) => (fact !== 'expansion' || sameFamily) && String(a[fact]) !== String(b[fact]),
  );
}

const bodyOf = ({ analysis: { graph } }: ComparedNetwork) =>
  blockUnits(graph).filter(({ role }) => role === 'body');

function blockPairs(base: ComparedNetwork, other: ComparedNetwork): readonly BlockPair[] {
  const sameFamily = base.family.id === other.family.id;
  const matches = counterparts(bodyOf(base), bodyOf(other), sameFamily ? 'stage' : 'place');
  const [basePlaces, otherPlaces] = [base, other].map(({ analysis }) => placesOf(analysis.graph));
  const pairs: BlockPair[] = [];
  let next = 0;
  const pair = (b: number | undefined, o: number | undefined) => {
    const [baseRow, otherRow] = [base.rows[b ?? -1], other.rows[o ?? -1]];
    const [baseFacts, otherFacts] = [baseRow && factsOf(baseRow), otherRow && factsOf(otherRow)];
    pairs.push({
      place: otherPlaces?.get(otherRow?.id ?? '') ?? basePlaces?.get(baseRow?.id ?? '') ?? '/1',
      base: baseRow?.number,
      other: otherRow?.number,
      baseFacts,
      otherFacts,
      differing: baseFacts && otherFacts ? differing(baseFacts, otherFacts, sameFamily) : [],
    });
  };
  matches.forEach((match, o) => {
    while (match !== undefined && next < match) pair(next++, undefined);
    if (match !== undefined) next = match + 1;
    pair(match, o);
  });
  while (next < base.rows.length) pair(next++, undefined);
  return pairs;
}

export const differences = (base: ComparedNetwork, other: ComparedNetwork): Differences => ({
  settings: settingDifferences(base, other),
  blocks: blockPairs(base, other),
});
