// What the code of a network says, whatever the framework: its channels, its table, and what it needs at all.
import type { NetConfig } from '../config/netConfig.ts';
import { FAMILIES } from '../families/index.ts';
import type { BlockRow } from '../families/family.ts';
import { pair } from './python.ts';
import { COLUMNS, strideType, type Column } from './columns.ts';
import { stageTable, type Layout, type StageTableCode } from './stageTable.ts';

export interface Plan {
  readonly config: NetConfig;
  readonly rows: readonly BlockRow[];
  readonly table: StageTableCode;
  readonly stem: { readonly channels: string; readonly stride: string };
  /** Whether any layer shrinks its input: the two rules of padding differ only there. */
  readonly strided: boolean;
  readonly strideType: string;
  readonly hasSe: boolean;
  /** Whether PReLU is among the activations: its slopes are trained. */
  readonly hasSlopes: boolean;
}

interface Reading {
  readonly columns: readonly Column[];
  readonly layout: Layout;
  /** What a row of the table stands for. */
  readonly about: string;
}

export function planOf(config: NetConfig, reading: Reading): Plan {
  const rows = FAMILIES[config.family].rows(config);
  const stride = pair(config.strides[0] ?? [2, 2]);
  const strides = [stride, ...rows.map(COLUMNS.stride.value)];
  return {
    config,
    rows,
    table: stageTable({ rows, ...reading }),
    stem: { channels: String(rows[0]?.inChannels ?? 0), stride },
    strided: strides.some((literal) => literal !== '1'),
    strideType: strideType(strides),
    hasSe: rows.some(({ se }) => se),
    hasSlopes: [config, ...rows].some(({ activation }) => activation === 'prelu'),
  };
}
