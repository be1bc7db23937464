// MobileNetV3 small and large (arXiv 1905.02244), as ppcls/arch/backbone/legendary_models/mobilenet_v3.py of PaddleClas builds them.
// Elsewhere: torchvision and Keras leave the expansion out where it expands nothing, round the squeezed channels of SE to 8, gate
// with relu6(x + 3) / 6, have biases in the last convolution, 1024 instead of 1280 channels in small, and an epsilon of 1e-3.
import type { Activation, FamilyId, KernelSize, NetConfig } from '../config/netConfig.ts';
import { publishedRows } from '../facts/imagenetModels.ts';
import { convBnAct, pointwise } from '../graph/blocks.ts';
import { GraphBuilder, type Tensor } from '../graph/builder.ts';
import type { Graph } from '../graph/ir.ts';
import { makeDivisible } from '../graph/rounding.ts';
import type { BlockRow, Family } from './family.ts';
import { invertedResidual } from './invertedResidual.ts';
import { activateAndDrop, body, classifier, globalPool, stem, styleOf } from './network.ts';
import { COMMON_DEFAULTS, COMMON_SETTINGS } from './settings.ts';
import { stagesOf, type ExpandedRow } from './expandedRows.ts';
import { blockDefaults, tableRows, tableSettings, type StageTable } from './stageTable.ts';

type Row = readonly [
  kernel: KernelSize,
  expanded: number,
  out: number,
  se: 0 | 1,
  activation: 'r' | 'h',
  stride: 1 | 2,
];

// Table 1 of the paper.
const LARGE: readonly Row[] = [
  // k exp  out SE act s
  [3, 16, 16, 0, 'r', 1],
  [3, 64, 24, 0, 'r', 2],
  [3, 72, 24, 0, 'r', 1],
  [5, 72, 40, 1, 'r', 2],
  [5, 120, 40, 1, 'r', 1],
  [5, 120, 40, 1, 'r', 1],
  [3, 240, 80, 0, 'h', 2],
  [3, 200, 80, 0, 'h', 1],
  [3, 184, 80, 0, 'h', 1],
  [3, 184, 80, 0, 'h', 1],
  [3, 480, 112, 1, 'h', 1],
  [3, 672, 112, 1, 'h', 1],
  [5, 672, 160, 1, 'h', 2],
  [5, 960, 160, 1, 'h', 1],
  [5, 960, 160, 1, 'h', 1],
];

// Table 2 of the paper.
const SMALL: readonly Row[] = [
  // k exp  out SE act s
  [3, 16, 16, 1, 'r', 2],
  [3, 72, 24, 0, 'r', 2],
  [3, 88, 24, 0, 'r', 1],
  [5, 96, 40, 1, 'h', 2],
  [5, 240, 40, 1, 'h', 1],
  [5, 240, 40, 1, 'h', 1],
  [5, 120, 48, 1, 'h', 1],
  [5, 144, 48, 1, 'h', 1],
  [5, 288, 96, 1, 'h', 2],
  [5, 576, 96, 1, 'h', 1],
  [5, 576, 96, 1, 'h', 1],
];

const ACTIVATION: Readonly<Record<Row[4], Activation>> = { r: 'relu', h: 'hardswish' };

const rowOf = ([kernel, expansion, width, se, activation, stride]: Row): ExpandedRow => ({
  width,
  stride,
  block: { kernel, expansion, se: se === 1, activation: ACTIVATION[activation] },
});

const channelsOf =
  ({ widths, scale }: NetConfig) =>
  (index: number): number =>
    makeDivisible((widths[index] ?? 0) * scale);

const expanded = ({ expansion }: BlockRow, { scale }: NetConfig): number => makeDivisible(expansion * scale);

const block = (net: GraphBuilder, input: Tensor, row: BlockRow, config: NetConfig): Tensor =>
  invertedResidual(net, input, {
    row,
    config,
    style: styleOf(config),
    midChannels: expanded(row, config),
    names: { expand: 'expand_conv', depthwise: 'bottleneck_conv', se: 'mid_se', project: 'linear_conv' },
    hasShortcut: true,
  });

interface Head {
  readonly last: BlockRow | undefined;
  readonly config: NetConfig;
}

/** 1×1 convolution as wide as the last expansion → BN → h-swish → GAP → [1×1 convolution → h-swish → dropout] → linear. */
function head(net: GraphBuilder, input: Tensor, { last, config }: Head): Tensor {
  const { lastConv, activation, classes } = config;
  const outChannels = last ? expanded(last, config) : input.shape[2];
  const squeezed = net.block('last_second_conv', () =>
    convBnAct(net, input, { name: 'last_second_conv', outChannels, activation, ...styleOf(config) }),
  );
  const pooled = globalPool(net, squeezed, 'avg_pool');
  const wide =
    lastConv > 0
      ? net.block('last_conv', () => {
          const conv = net.add('last_conv', pointwise(lastConv, false), pooled);
          return activateAndDrop(net, conv, { config, activation, name: 'hardswish' });
        })
      : pooled;
  return classifier(net, wide, 'fc', classes);
}

interface Variant {
  readonly id: Extract<FamilyId, `mobilenetv3-${string}`>;
  readonly label: string;
  readonly table: readonly Row[];
}

function variant({ id, label, table: published }: Variant): Family {
  const table: StageTable = {
    stem: { width: 16, stride: 2 },
    firstStrided: 0,
    stages: stagesOf(published.map(rowOf)),
  };
  const rows = (config: NetConfig): readonly BlockRow[] =>
    tableRows(table, {
      config,
      channels: channelsOf(config),
      idOf: ({ number }) => `blocks.${number - 1}`,
    });
  const build = (config: NetConfig): Graph => {
    const net = new GraphBuilder();
    const blocks = rows(config);
    const outChannels = channelsOf(config)(0);
    const first = stem(net, { name: 'conv', outChannels, config, style: styleOf(config) });
    const last = body(net, first, blocks, (input, row) => block(net, input, row, config));
    net.stage('head', 'head', () => head(net, last, { last: blocks.at(-1), config }));
    return net.finish();
  };
  return {
    id,
    label,
    scales: [0.35, 0.5, 0.75, 1, 1.25],
    settings: [
      ...COMMON_SETTINGS,
      'se',
      'expansions',
      'activations',
      'seReduction',
      'gate',
      'lastConv',
      'dropout',
      'dropoutMode',
    ],
    stages: table.stages.map((stage) => stage.id),
    defaults: {
      family: id,
      ...COMMON_DEFAULTS,
      ...tableSettings(table),
      gate: 'keras2',
      activation: 'hardswish',
      lastConv: 1280,
      dropout: 0.2,
    },
    blockDefaults: blockDefaults(table),
    presets: [],
    published: publishedRows(id),
    rows,
    build,
  };
}

export const mobilenetv3Small = variant({
  id: 'mobilenetv3-small',
  label: 'MobileNetV3-small',
  table: SMALL,
});
export const mobilenetv3Large = variant({
  id: 'mobilenetv3-large',
  label: 'MobileNetV3-large',
  table: LARGE,
});
