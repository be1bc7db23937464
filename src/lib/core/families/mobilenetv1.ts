// MobileNetV1 (arXiv 1704.04861), as ppcls/arch/backbone/legendary_models/mobilenet_v1.py of PaddleClas builds it.
// Elsewhere: Keras and TensorFlow use ReLU6, `same` padding, and a 1×1 convolution with bias after a dropout of 0.001 as classifier.
import type { NetConfig } from '../config/netConfig.ts';
import { publishedRows } from '../facts/imagenetModels.ts';
import { convBnAct, depthwise } from '../graph/blocks.ts';
import { GraphBuilder, type Tensor } from '../graph/builder.ts';
import type { Graph } from '../graph/ir.ts';
import { scaledDown } from '../graph/rounding.ts';
import type { BlockRow, Family } from './family.ts';
import { body, classifier, globalPool, stem, styleOf } from './network.ts';
import { COMMON_DEFAULTS, COMMON_SETTINGS } from './settings.ts';
import { blockDefaults, tableRows, tableSettings, type StageTable } from './stageTable.ts';

const BLOCK = { kernel: 3 } as const;

// Table 1 of the paper: every stage is one width; the first block of a stage changes width and resolution.
const TABLE: StageTable = {
  stem: { width: 32, stride: 2 },
  firstStrided: 0,
  stages: [
    { id: 'stage1', width: 64, stride: 1, blocks: [BLOCK] },
    { id: 'stage2', width: 128, stride: 2, blocks: [BLOCK, BLOCK] },
    { id: 'stage3', width: 256, stride: 2, blocks: [BLOCK, BLOCK] },
    { id: 'stage4', width: 512, stride: 2, blocks: [BLOCK, BLOCK, BLOCK, BLOCK, BLOCK, BLOCK] },
    { id: 'stage5', width: 1024, stride: 2, blocks: [BLOCK, BLOCK] },
  ],
};

const DEFAULTS: NetConfig = {
  family: 'mobilenetv1',
  ...COMMON_DEFAULTS,
  ...tableSettings(TABLE),
  activation: 'relu',
  lastConv: 0,
};

/** The official names count by resolution: conv2_1, conv2_2 (which halves it), conv3_1, conv3_2 … conv5_6, conv6. */
function officialId(stage: number, index: number, depths: readonly number[]): string {
  const keeping = (s: number) => (depths[s] ?? 1) - (s === 0 ? 0 : 1);
  if (stage > 0 && index === 0) return `conv${stage + 1}_${keeping(stage - 1) + 1}`;
  if (stage === TABLE.stages.length - 1) return index === 1 ? 'conv6' : `conv6_${index}`;
  return `conv${stage + 2}_${stage === 0 ? index + 1 : index}`;
}

/** Channels are cut off, not rounded: int(c · scale). */
const channelsOf =
  ({ widths, scale }: NetConfig) =>
  (index: number): number =>
    scaledDown(widths[index] ?? 0, scale);

const rows = (config: NetConfig): readonly BlockRow[] =>
  tableRows(TABLE, {
    config,
    channels: channelsOf(config),
    idOf: ({ stage, index }) => officialId(stage, index, config.depths),
  });

const PARTS = { conv: '_conv', norm: '_batch_norm' };

/** Depthwise → BN → act → pointwise 1×1 → BN → act. */
function depthwiseSeparable(net: GraphBuilder, input: Tensor, row: BlockRow, config: NetConfig): Tensor {
  const { id, outChannels, kernel, stride, activation } = row;
  const style = styleOf(config, PARTS);
  const spatial = net.unit('dw_conv', () =>
    depthwise(net, input, { name: `${id}._depthwise_conv`, kernel, stride, activation, ...style }),
  );
  return net.unit('pw_conv', () =>
    convBnAct(net, spatial, { name: `${id}._pointwise_conv`, outChannels, activation, ...style }),
  );
}

function build(config: NetConfig): Graph {
  const net = new GraphBuilder();
  const outChannels = channelsOf(config)(0);
  const first = stem(net, { name: 'conv1', outChannels, config, style: styleOf(config, PARTS) });
  const last = body(net, first, rows(config), (input, row) => depthwiseSeparable(net, input, row, config));
  net.stage('head', 'head', () =>
    classifier(net, globalPool(net, last, 'pool2d_avg'), 'out', config.classes),
  );
  return net.finish();
}

export const mobilenetv1: Family = {
  id: 'mobilenetv1',
  label: 'MobileNetV1',
  scales: [0.25, 0.5, 0.75, 1],
  settings: COMMON_SETTINGS,
  stages: TABLE.stages.map(({ id }) => id),
  defaults: DEFAULTS,
  blockDefaults: blockDefaults(TABLE),
  presets: [],
  published: publishedRows('mobilenetv1'),
  rows,
  build,
};
