// What the code of a network says, whatever the framework: its channels, its table, and what it needs at all.
import type { NetConfig } from '../config/netConfig.ts';
import { FAMILIES } from '../families/index.ts';
import type { BlockRow } from '../families/family.ts';
import { pair } from './python.ts';
import { COLUMNS, stageTable, strideType, type StageTableCode } from './stageTable.ts';

export interface Plan {
  readonly config: NetConfig;
  readonly rows: readonly BlockRow[];
  readonly table: StageTableCode;
  readonly stem: { readonly channels: string; readonly stride: string };
  /** Whether any layer shrinks its input: the two rules of padding differ only there. */
  readonly strided: boolean;
  readonly strideType: string;
  readonly hasSe: boolean;
  /** Fewest channels that SE sees. */
  readonly narrowestSe: number;
}

export function planOf(config: NetConfig): Plan {
  const rows = FAMILIES[config.family].rows(config);
  const stride = pair(config.strides[0] ?? [2, 2]);
  const strides = [stride, ...rows.map(COLUMNS.stride.value)];
  const excited = rows.filter(({ se }) => se);
  return {
    config,
    rows,
    table: stageTable({
      rows,
      columns: [COLUMNS.channels, COLUMNS.kernel, COLUMNS.stride, COLUMNS.se],
      about: 'A row of the stage table: one depthwise-separable block.',
    }),
    stem: { channels: String(rows[0]?.inChannels ?? 0), stride },
    strided: strides.some((literal) => literal !== '1'),
    strideType: strideType(strides),
    hasSe: excited.length > 0,
    narrowestSe: Math.min(...excited.map(({ inChannels }) => inChannels)),
  };
}

/** Channels between the two convolutions of SE, as a Python expression. */
export const squeezed = ({ config: { seReduction }, narrowestSe }: Plan): string =>
  narrowestSe < seReduction ? `max(channels // ${seReduction}, 1)` : `channels // ${seReduction}`;
