// Published figures of PP-LCNet, row by row, each with its source. Published numbers, never ours.
import type { NetConfig } from '../config/netConfig.ts';
import type { Ablation, PublishedNetwork } from './published.ts';

type Latencies = readonly [xeon: number, sd855: readonly [t1: number, t2: number, t4: number]];
type WidthRow = readonly [
  scale: number,
  top1: number,
  top5: number,
  paramsM: number,
  flopsM: number,
  ...Latencies,
];

// Parameters, FLOPs, SD855: ImageNet_models_en.md secs 2.3, 3. Accuracy: PP-LCNet_en.md sec 1.3.1. Xeon: zh_CN PP-LCNet.md sec 1.4.1.
const WIDTHS: readonly WidthRow[] = [
  [0.25, 51.86, 75.65, 1.52, 18.25, 1.74, [2.3, 1.62, 1.32]],
  [0.35, 58.09, 80.83, 1.65, 29.46, 1.92, [3.15, 2.11, 1.64]],
  [0.5, 63.14, 84.66, 1.89, 47.28, 2.05, [4.27, 2.73, 1.92]],
  [0.75, 68.18, 88.3, 2.37, 98.82, 2.29, [7.38, 4.51, 2.91]],
  [1.0, 71.32, 90.03, 2.96, 160.81, 2.46, [10.78, 6.49, 3.98]],
  [1.5, 73.71, 91.53, 4.52, 341.86, 3.19, [20.55, 12.26, 7.54]],
  [2.0, 75.18, 92.27, 6.54, 590.0, 4.27, [33.79, 20.17, 12.1]],
  [2.5, 76.6, 93.0, 9.04, 906.49, 5.39, [49.89, 29.6, 17.82]],
];

// The same networks trained by distillation (SSLD); their latency is that of the plain ones.
const SSLD: readonly (readonly [scale: number, top1: number, top5: number])[] = [
  [0.5, 66.1, 86.46],
  [1.0, 74.39, 92.09],
  [2.5, 80.82, 95.33],
];

const ABLATION_BASE = { scale: 0.5 } satisfies Partial<NetConfig>;

type AblationRow = readonly [variant: string, top1: number, xeon: number, change: Partial<NetConfig>];

const kernels = (pattern: string) =>
  ({ kernels: [...pattern].map((digit) => (digit === '1' ? 5 : 3)) }) as const;
const se = (pattern: string) => ({ se: [...pattern].map((digit) => digit === '1') });

// zh_CN PP-LCNet.md secs 1.2.2 to 1.2.4. All on x0.5: the full row 63.14 / 2.05 ms is PPLCNet_x0_5 (inferred, as is ReLU for "no h-swish").
const TECHNIQUES: readonly AblationRow[] = [
  ['no-hardswish', 61.93, 1.94, { activation: 'relu' }],
  ['no-se', 62.51, 1.87, se('0000000000000')],
  ['no-large-kernel', 62.44, 2.01, kernels('0000000000000')],
  ['no-last-conv', 59.91, 1.85, { lastConv: 0 }],
  ['all', 63.14, 2.05, {}],
];
const SE_PLACEMENT: readonly AblationRow[] = [
  ['1100000000000', 61.73, 2.06, se('1100000000000')],
  ['0000001100000', 62.17, 2.03, se('0000001100000')],
  ['0000000000011', 63.14, 2.05, se('0000000000011')],
  ['1111111111111', 64.27, 3.8, se('1111111111111')],
];
const KERNEL_PLACEMENT: readonly AblationRow[] = [
  ['1111111111111', 63.22, 2.08, kernels('1111111111111')],
  ['1111111000000', 62.7, 2.07, kernels('1111111000000')],
  ['0000001111111', 63.14, 2.05, kernels('0000001111111')],
];
const CHOSEN = new Set(['all', '0000000000011', '0000001111111']);

const nameOf = (scale: number): string => `PPLCNet_x${scale.toFixed(2).replace('.', '_').replace(/0$/, '')}`;

const widthRows = WIDTHS.map(
  ([scale, top1, top5, paramsM, flopsM, xeon, [t1, t2, t4]]): PublishedNetwork => ({
    name: nameOf(scale),
    change: { scale },
    recipe: 'plain',
    top1,
    top5,
    paramsM,
    flopsM,
    latencyMs: { xeon6148: xeon, sd855t1: t1, sd855t2: t2, sd855t4: t4 },
    source: 'docsEn',
  }),
);

const ssldRows = SSLD.map(([scale, top1, top5]): PublishedNetwork => {
  const xeon = widthRows.find((row) => row.change.scale === scale)?.latencyMs.xeon6148;
  return {
    name: `${nameOf(scale)}_ssld`,
    change: { scale },
    recipe: 'ssld',
    top1,
    top5,
    latencyMs: xeon === undefined ? {} : { xeon6148: xeon },
    source: 'docsEn',
  };
});

const ablationRows = (study: Ablation['study'], rows: readonly AblationRow[]): readonly PublishedNetwork[] =>
  rows.map(([variant, top1, xeon, change]) => ({
    name: `PPLCNet_x0_5 ${study} ${variant}`,
    change: { ...ABLATION_BASE, ...change },
    recipe: 'plain',
    top1,
    latencyMs: { xeon6148: xeon },
    source: 'docsZh',
    ablation: { study, variant, chosen: CHOSEN.has(variant) },
  }));

export const PPLCNET_PUBLISHED: readonly PublishedNetwork[] = [
  ...widthRows,
  ...ssldRows,
  ...ablationRows('technique', TECHNIQUES),
  ...ablationRows('se', SE_PLACEMENT),
  ...ablationRows('kernel', KERNEL_PLACEMENT),
];
