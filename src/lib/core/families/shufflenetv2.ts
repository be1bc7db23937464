// ShuffleNetV2 (arXiv 1807.11164), as ppcls/arch/backbone/model_zoo/shufflenet_v2.py of PaddleClas builds it.
// torchvision builds the same networks (without x0.25 and x0.33). The published x2.0 was trained with 224 channels in stage 2, where
// code and paper have had 244 since 2022-05-14 (PaddleClas commit 60a4269d9): the preset `published-x2` is the network that was trained.
import type { NetConfig } from '../config/netConfig.ts';
import { publishedRows } from '../facts/imagenetModels.ts';
import { convBnAct } from '../graph/blocks.ts';
import { GraphBuilder, type Tensor } from '../graph/builder.ts';
import type { Graph } from '../graph/ir.ts';
import type { BlockRow, Family } from './family.ts';
import { body, classifier, globalPool, stem, styleOf } from './network.ts';
import { COMMON_DEFAULTS, COMMON_SETTINGS } from './settings.ts';
import { SHUFFLE_PARTS, shuffleUnit } from './shuffleUnit.ts';
import { widthAt } from './shuffleWidths.ts';
import { blockDefaults, tableRows, tableSettings, type StageTable } from './stageTable.ts';

const BLOCK = { kernel: 3 } as const;

// Table 5 of the paper, x1.0.
const TABLE: StageTable = {
  stem: { width: 24, stride: 2 },
  firstStrided: 0,
  stages: [
    { id: 'stage2', width: 116, stride: 2, blocks: [BLOCK, BLOCK, BLOCK, BLOCK] },
    {
      id: 'stage3',
      width: 232,
      stride: 2,
      blocks: [BLOCK, BLOCK, BLOCK, BLOCK, BLOCK, BLOCK, BLOCK, BLOCK],
    },
    { id: 'stage4', width: 464, stride: 2, blocks: [BLOCK, BLOCK, BLOCK, BLOCK] },
  ],
};

const DEFAULTS: NetConfig = {
  family: 'shufflenetv2',
  ...COMMON_DEFAULTS,
  ...tableSettings(TABLE),
  activation: 'relu',
  lastConv: 1024,
};

const channelsOf =
  ({ widths, scale }: NetConfig) =>
  (index: number): number =>
    widthAt(index === 0 ? 'stem' : 'stages', widths[index] ?? 0, scale);

const rows = (config: NetConfig): readonly BlockRow[] =>
  tableRows(TABLE, {
    config,
    channels: channelsOf(config),
    idOf: ({ stage, index }) => `${stage + 2}_${index + 1}`,
  });

/** Half the stem: the 3×3 convolution is followed by a max-pooling of stride 2. */
const maxPooled = (net: GraphBuilder, input: Tensor, { padding }: NetConfig): Tensor =>
  net.stage('maxpool', 'stem', () =>
    net.block('maxpool', () =>
      net.add('_max_pool', { kind: 'maxPool', kernel: [3, 3], stride: [2, 2], padding }, input),
    ),
  );

/** 1×1 convolution → BN → act → GAP → linear. */
function head(net: GraphBuilder, input: Tensor, config: NetConfig): Tensor {
  const { lastConv, scale, activation, classes } = config;
  const layer = {
    name: '_last_conv',
    outChannels: widthAt('last', lastConv, scale),
    activation,
    ...styleOf(config, SHUFFLE_PARTS),
  };
  const wide = lastConv > 0 ? net.block('last_conv', () => convBnAct(net, input, layer)) : input;
  return classifier(net, globalPool(net, wide, '_pool2d_avg'), '_fc', classes);
}

function build(config: NetConfig): Graph {
  const net = new GraphBuilder();
  const outChannels = channelsOf(config)(0);
  const conv = stem(net, { name: '_conv1', outChannels, config, style: styleOf(config, SHUFFLE_PARTS) });
  const first = maxPooled(net, conv, config);
  const last = body(net, first, rows(config), (input, row) => shuffleUnit(net, input, { row, config }));
  net.stage('head', 'head', () => head(net, last, config));
  return net.finish();
}

export const shufflenetv2: Family = {
  id: 'shufflenetv2',
  label: 'ShuffleNetV2',
  scales: [0.25, 0.33, 0.5, 1, 1.5, 2],
  settings: [...COMMON_SETTINGS, 'lastConv'],
  stages: TABLE.stages.map(({ id }) => id),
  defaults: DEFAULTS,
  blockDefaults: blockDefaults(TABLE),
  presets: [{ id: 'published-x2', change: { scale: 2, widths: [24, 107, 232, 464] } }],
  published: publishedRows('shufflenetv2'),
  rows,
  build,
};
