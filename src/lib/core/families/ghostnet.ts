// GhostNet (arXiv 1911.11907), as ppcls/arch/backbone/model_zoo/ghostnet.py of PaddleClas builds it.
// Elsewhere (timm, the authors' code): the wide layer of the head has a bias and no BN, SE rounds its squeezed channels to 4 and
// gates with relu6(x + 3) / 6, and ghost modules of an odd width are cut to it.
import type { KernelSize, NetConfig } from '../config/netConfig.ts';
import { publishedRows } from '../facts/imagenetModels.ts';
import { convBnAct } from '../graph/blocks.ts';
import { GraphBuilder, type Tensor } from '../graph/builder.ts';
import type { Graph } from '../graph/ir.ts';
import { makeDivisible } from '../graph/rounding.ts';
import { stagesOf, type ExpandedRow } from './expandedRows.ts';
import type { BlockRow, Family } from './family.ts';
import { ghostBottleneck, GHOST_PARTS } from './ghostBottleneck.ts';
import { body, classifier, dropout, globalPool, stem, styleOf } from './network.ts';
import { COMMON_DEFAULTS, COMMON_SETTINGS } from './settings.ts';
import { blockDefaults, tableRows, tableSettings, type StageTable } from './stageTable.ts';

type Row = readonly [kernel: KernelSize, expanded: number, out: number, se: 0 | 1, stride: 1 | 2];

// Table 1 of the paper.
const ROWS: readonly Row[] = [
  // k exp  out SE s
  [3, 16, 16, 0, 1],
  [3, 48, 24, 0, 2],
  [3, 72, 24, 0, 1],
  [5, 72, 40, 1, 2],
  [5, 120, 40, 1, 1],
  [3, 240, 80, 0, 2],
  [3, 200, 80, 0, 1],
  [3, 184, 80, 0, 1],
  [3, 184, 80, 0, 1],
  [3, 480, 112, 1, 1],
  [3, 672, 112, 1, 1],
  [5, 672, 160, 1, 2],
  [5, 960, 160, 0, 1],
  [5, 960, 160, 1, 1],
  [5, 960, 160, 0, 1],
  [5, 960, 160, 1, 1],
];

const rowOf = ([kernel, expansion, width, se, stride]: Row): ExpandedRow => ({
  width,
  stride,
  block: { kernel, expansion, se: se === 1 },
});

const TABLE: StageTable = {
  stem: { width: 16, stride: 2 },
  firstStrided: 0,
  stages: stagesOf(ROWS.map(rowOf)),
};

const DEFAULTS: NetConfig = {
  family: 'ghostnet',
  ...COMMON_DEFAULTS,
  ...tableSettings(TABLE),
  gate: 'clip',
  activation: 'relu',
  lastConv: 1280,
  dropout: 0.2,
  dropoutMode: 'inverted',
};

const scaled = (channels: number, { scale }: NetConfig): number => makeDivisible(channels * scale, 4);

const channelsOf = (config: NetConfig) => (index: number) => scaled(config.widths[index] ?? 0, config);

/** Only blocks that change resolution or width have the depthwise convolutions that the kernel size is of. */
const rows = (config: NetConfig): readonly BlockRow[] =>
  tableRows(TABLE, {
    config,
    channels: channelsOf(config),
    idOf: ({ number }) => `_ghostbottleneck_${number - 1}`,
  }).map((row) => {
    const { inChannels, outChannels, stride } = row;
    return { ...row, hasKernel: inChannels !== outChannels || stride[0] * stride[1] > 1 };
  });

interface Head {
  readonly last: BlockRow | undefined;
  readonly config: NetConfig;
}

/** 1×1 convolution as wide as the last expansion → BN → act → GAP → [1×1 convolution → BN → act → dropout] → linear. */
function head(net: GraphBuilder, input: Tensor, { last, config }: Head): Tensor {
  const { activation, lastConv, classes } = config;
  const style = styleOf(config, GHOST_PARTS);
  const outChannels = last ? scaled(last.expansion, config) : input.shape[2];
  const conv = net.block('last_second_conv', () =>
    convBnAct(net, input, { name: 'conv_last', outChannels, activation, ...style }),
  );
  const pooled = globalPool(net, conv, 'pool2d_gap');
  const wide =
    lastConv > 0
      ? net.block('last_conv', () => {
          const layer = { name: 'fc_0', outChannels: lastConv, activation, ...style };
          return dropout(net, convBnAct(net, pooled, layer), config);
        })
      : pooled;
  return classifier(net, wide, 'fc_1', classes);
}

function build(config: NetConfig): Graph {
  const net = new GraphBuilder();
  const blocks = rows(config);
  const outChannels = channelsOf(config)(0);
  const first = stem(net, { name: 'conv1', outChannels, config, style: styleOf(config, GHOST_PARTS) });
  const last = body(net, first, blocks, (input, row) =>
    ghostBottleneck(net, input, { row, config, midChannels: scaled(row.expansion, config) }),
  );
  net.stage('head', 'head', () => head(net, last, { last: blocks.at(-1), config }));
  return net.finish();
}

export const ghostnet: Family = {
  id: 'ghostnet',
  label: 'GhostNet',
  scales: [0.5, 1, 1.3],
  settings: [
    ...COMMON_SETTINGS,
    'se',
    'expansions',
    'seReduction',
    'gate',
    'lastConv',
    'dropout',
    'dropoutMode',
  ],
  stages: TABLE.stages.map(({ id }) => id),
  defaults: DEFAULTS,
  blockDefaults: blockDefaults(TABLE),
  presets: [],
  published: publishedRows('ghostnet'),
  rows,
  build,
};
