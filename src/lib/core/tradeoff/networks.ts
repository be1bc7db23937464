// The networks that have published figures: every width of every family, with its whole configuration.
import type { NetConfig } from '../config/netConfig.ts';
import type { PublishedNetwork } from '../facts/published.ts';
import { FAMILIES } from '../families/index.ts';
import { configKey } from '../options.ts';

export interface KnownNetwork {
  readonly config: NetConfig;
  readonly key: string;
  readonly row: PublishedNetwork;
}

/** Rows of widths, not of ablations; of every recipe, in the order of families and tables. */
export const KNOWN_NETWORKS: readonly KnownNetwork[] = Object.values(FAMILIES).flatMap(
  ({ defaults, published }) =>
    published
      .filter(({ ablation }) => !ablation)
      .map((row) => {
        const config = { ...defaults, ...row.change };
        return { config, key: configKey(config), row };
      }),
);

// PP-LCNet_en.md sec. 1.3.1, second table.
const PAPER = [
  'MobileNetV2_x0_25',
  'MobileNetV3_small_x0_35',
  'ShuffleNetV2_x0_33',
  'PPLCNet_x0_25',
  'MobileNetV2_x0_5',
  'MobileNetV3_large_x0_35',
  'ShuffleNetV2_x0_5',
  'PPLCNet_x0_5',
  'MobileNetV1',
  'MobileNetV2',
  'MobileNetV3_small_x1_25',
  'PPLCNet_x1_0',
];

/** The twelve networks of the paper's comparison, in its order. */
export const PAPER_COMPARISON: readonly KnownNetwork[] = PAPER.map((name) => {
  const network = KNOWN_NETWORKS.find(({ row }) => row.name === name);
  if (!network) throw new Error(`no published network is called ${name}`);
  return network;
});
