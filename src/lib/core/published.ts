// Looking up what was published of a network: only for exactly the network that was published, never an interpolation.
import type { NetConfig } from './config/netConfig.ts';
import type { PublishedNetwork } from './facts/published.ts';
import { FAMILIES } from './families/index.ts';
import { configKey } from './options.ts';
import { remember } from './graph/remember.ts';

interface Keyed {
  readonly key: string;
  readonly row: PublishedNetwork;
}

const keyedRows = remember((family: (typeof FAMILIES)[keyof typeof FAMILIES]): readonly Keyed[] =>
  family.published.map((row) => ({ key: configKey({ ...family.defaults, ...row.change }), row })),
);

/** Every published row of this very network; the plain recipe first, rows of widths before those of ablations. */
export function publishedFor(config: NetConfig): readonly PublishedNetwork[] {
  const key = configKey(config);
  return keyedRows(FAMILIES[config.family])
    .filter((keyed) => keyed.key === key)
    .map(({ row }) => row)
    .sort((a, b) => Number(a.recipe !== 'plain') - Number(b.recipe !== 'plain'));
}
