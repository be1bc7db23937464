// MobileNetV2 (arXiv 1801.04381), as ppcls/arch/backbone/model_zoo/mobilenet_v2.py of PaddleClas builds it.
// Elsewhere (torchvision, Keras): channels are rounded to 8, the first block has no expansion, a dropout of 0.2 precedes the
// classifier (torchvision), epsilon is 1e-3 (Keras). That is 300.8 M MACs at x1.0 against 313.6 M here.
import type { NetConfig } from '../config/netConfig.ts';
import { publishedRows } from '../facts/imagenetModels.ts';
import { convBnAct } from '../graph/blocks.ts';
import { GraphBuilder, type Tensor } from '../graph/builder.ts';
import type { Graph } from '../graph/ir.ts';
import { scaledDown } from '../graph/rounding.ts';
import type { BlockRow, Family } from './family.ts';
import { invertedResidual } from './invertedResidual.ts';
import { body, classifier, globalPool, stem, styleOf } from './network.ts';
import { COMMON_DEFAULTS, COMMON_SETTINGS } from './settings.ts';
import { blockDefaults, tableRows, tableSettings, type StageTable, type TableStage } from './stageTable.ts';

// Table 2 of the paper: expansion factor t, channels c, repeats n, stride s.
const ROWS = [
  [1, 16, 1, 1],
  [6, 24, 2, 2],
  [6, 32, 3, 2],
  [6, 64, 4, 2],
  [6, 96, 3, 1],
  [6, 160, 3, 2],
  [6, 320, 1, 1],
] as const;

const TABLE: StageTable = {
  stem: { width: 32, stride: 2 },
  firstStrided: 0,
  stages: ROWS.map(([expansion, width, repeats, stride], i): TableStage => {
    const block = { kernel: 3, expansion } as const;
    return {
      id: `conv${i + 2}`,
      width,
      stride,
      blocks: [block, ...Array.from({ length: repeats - 1 }, () => block)],
    };
  }),
};

const DEFAULTS: NetConfig = {
  family: 'mobilenetv2',
  ...COMMON_DEFAULTS,
  ...tableSettings(TABLE),
  activation: 'relu6',
  lastConv: 1280,
};

/** Channels are cut off, not rounded: int(c · scale). */
const channelsOf =
  ({ widths, scale }: NetConfig) =>
  (index: number): number =>
    scaledDown(widths[index] ?? 0, scale);

const rows = (config: NetConfig): readonly BlockRow[] =>
  tableRows(TABLE, {
    config,
    channels: channelsOf(config),
    idOf: ({ stage, index }) => {
      const name = TABLE.stages[stage]?.id ?? '';
      return index === 0 ? `${name}._first_block` : `${name}.${name}_${index + 1}`;
    },
  });

const PARTS = { conv: '_conv', norm: '_batch_norm' };

/** Every block but the first of a stage has a shortcut. */
const block = (net: GraphBuilder, input: Tensor, row: BlockRow, config: NetConfig): Tensor =>
  invertedResidual(net, input, {
    row,
    config,
    style: styleOf(config, PARTS),
    midChannels: Math.max(1, Math.round(row.inChannels * row.expansion)),
    names: { expand: '_expand_conv', depthwise: '_bottleneck_conv', se: 'se', project: '_linear_conv' },
    hasShortcut: !row.first,
  });

/** 1×1 convolution → BN → act → GAP → linear. Its width grows with the scale, but does not shrink below that of x1.0. */
function head(net: GraphBuilder, input: Tensor, config: NetConfig): Tensor {
  const { lastConv, scale, activation, classes } = config;
  const outChannels = scaledDown(lastConv, Math.max(1, scale));
  const wide =
    lastConv > 0
      ? net.block('last_conv', () =>
          convBnAct(net, input, { name: 'conv9', outChannels, activation, ...styleOf(config, PARTS) }),
        )
      : input;
  return classifier(net, globalPool(net, wide, 'pool2d_avg'), 'out', classes);
}

function build(config: NetConfig): Graph {
  const net = new GraphBuilder();
  const outChannels = channelsOf(config)(0);
  const first = stem(net, { name: 'conv1', outChannels, config, style: styleOf(config, PARTS) });
  const last = body(net, first, rows(config), (input, row) => block(net, input, row, config));
  net.stage('head', 'head', () => head(net, last, config));
  return net.finish();
}

export const mobilenetv2: Family = {
  id: 'mobilenetv2',
  label: 'MobileNetV2',
  scales: [0.25, 0.5, 0.75, 1, 1.5, 2],
  settings: [...COMMON_SETTINGS, 'expansions', 'lastConv'],
  stages: TABLE.stages.map(({ id }) => id),
  defaults: DEFAULTS,
  blockDefaults: blockDefaults(TABLE),
  presets: [],
  published: publishedRows('mobilenetv2'),
  rows,
  build,
};
