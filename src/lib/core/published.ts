// Looking up what was published of a network: only for exactly the network that was published, never an interpolation.
import type { FamilyId, NetConfig } from './config/netConfig.ts';
import type { PublishedNetwork } from './facts/published.ts';
import type { Family } from './families/family.ts';
import { FAMILIES } from './families/index.ts';
import { configKey } from './options.ts';

interface Keyed {
  readonly key: string;
  readonly row: PublishedNetwork;
}

const keyedRows = new Map<FamilyId, readonly Keyed[]>();

/** Keys of all published rows of a family, made when first asked for. */
function keyedRowsOf({ id, defaults, published }: Family): readonly Keyed[] {
  const known = keyedRows.get(id);
  if (known) return known;
  const rows = published.map((row) => ({ key: configKey({ ...defaults, ...row.change }), row }));
  keyedRows.set(id, rows);
  return rows;
}

/** Every published row of this very network; the plain recipe first, rows of widths before those of ablations. */
export function publishedFor(config: NetConfig, key = configKey(config)): readonly PublishedNetwork[] {
  return keyedRowsOf(FAMILIES[config.family])
    .filter((keyed) => keyed.key === key)
    .map(({ row }) => row)
    .sort((a, b) => Number(a.recipe !== 'plain') - Number(b.recipe !== 'plain'));
}
