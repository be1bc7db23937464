// The networks that have published figures: every width of every family, with its whole configuration.
import type { NetConfig } from '../config/netConfig.ts';
import type { PublishedNetwork } from '../facts/published.ts';
import { FAMILIES } from '../families/index.ts';
import { configKey } from '../options.ts';
import type { FieldNetwork } from './fieldNetworks.ts';

export interface KnownNetwork {
  readonly config: NetConfig;
  readonly key: string;
  readonly row: PublishedNetwork;
}

const known = (config: NetConfig, row: PublishedNetwork): KnownNetwork => ({
  config,
  key: configKey(config),
  row,
});

const ALL: readonly KnownNetwork[] = Object.values(FAMILIES).flatMap(({ defaults, published }) =>
  published.map((row) => known({ ...defaults, ...row.change }, row)),
);

/** Rows of widths, not of ablations; of every recipe, in the order of families and tables. */
export const KNOWN_NETWORKS: readonly KnownNetwork[] = ALL.filter(({ row }) => !row.ablation);

const named = (name: string): KnownNetwork => {
  const network = ALL.find(({ row }) => row.name === name);
  if (!network) throw new Error(`no published network is called ${name}`);
  return network;
};

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
export const PAPER_COMPARISON: readonly KnownNetwork[] = PAPER.map(named);

/** The paper's lesson, on x0.5: two networks of almost equal MACs, of which one costs more time. */
export const LESSONS = {
  se: {
    everywhere: named('PPLCNet_x0_5 se 1111111111111'),
    late: named('PPLCNet_x0_5 se 0000000000011'),
  },
  kernel: {
    everywhere: named('PPLCNet_x0_5 kernel 1111111111111'),
    late: named('PPLCNet_x0_5 kernel 0000001111111'),
  },
} as const satisfies Record<string, Record<'everywhere' | 'late', KnownNetwork>>;
export type LessonId = keyof typeof LESSONS;

/** What is measured to see the lesson: each network once. */
export const LESSON_NETWORKS: readonly KnownNetwork[] = Object.values(LESSONS)
  .flatMap(({ everywhere, late }) => [everywhere, late])
  .filter(({ key }, i, all) => all.findIndex((other) => other.key === key) === i);

export const asFieldNetwork = ({ key, config, row }: KnownNetwork): FieldNetwork => ({
  key,
  config,
  name: row.name,
});
