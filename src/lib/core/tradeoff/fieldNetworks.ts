// Networks that a field can be made of: every width of every family, those with published figures, or any other by its key.
import type { NetConfig } from '../config/netConfig.ts';
import type { Family } from '../families/family.ts';
import { configKey } from '../options.ts';
import { publishedFor } from '../published.ts';

export interface FieldNetwork {
  /** `configKey` of the network; names it in the field. */
  readonly key: string;
  /** The published name where there is one, else the family and the options that differ from its defaults. */
  readonly name: string;
  readonly config: NetConfig;
}

/** @param label of the network's family */
export function fieldNetwork(config: NetConfig, label: string): FieldNetwork {
  const key = configKey(config);
  const [, ...options] = key.split('&');
  const [published] = publishedFor(config);
  return { key, name: published?.name ?? [label, ...options].join(' '), config };
}

/** Each network once, the first of equals. */
const distinct = (networks: readonly FieldNetwork[]): readonly FieldNetwork[] =>
  networks.filter(({ key }, i) => networks.findIndex((other) => other.key === key) === i);

const ofChanges = ({ defaults, label }: Family, changes: readonly Partial<NetConfig>[]) =>
  changes.map((change) => fieldNetwork({ ...defaults, ...change }, label));

/** Every width that a family is known in. */
export const everyWidth = (families: readonly Family[]): readonly FieldNetwork[] =>
  distinct(
    families.flatMap((family) =>
      ofChanges(
        family,
        family.scales.map((scale) => ({ scale })),
      ),
    ),
  );

/** Every network with published figures of its own, ablations left out. */
export const everyPublished = (families: readonly Family[]): readonly FieldNetwork[] =>
  distinct(
    families.flatMap((family) =>
      ofChanges(
        family,
        family.published.filter(({ ablation }) => !ablation).map(({ change }) => change),
      ),
    ),
  );
