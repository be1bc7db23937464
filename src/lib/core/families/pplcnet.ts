// PP-LCNet (arXiv 2109.15099), as ppcls/arch/backbone/legendary_models/pp_lcnet.py of PaddleClas builds it.
import type { KernelSize, NetConfig } from '../config/netConfig.ts';
import { PPLCNET_PUBLISHED } from '../facts/pplcnet.ts';
import { convBnAct, depthwise, pointwise, squeezeExcite } from '../graph/blocks.ts';
import { GraphBuilder, type Tensor } from '../graph/builder.ts';
import type { Graph } from '../graph/ir.ts';
import { makeDivisible } from '../graph/rounding.ts';
import type { BlockRow, Family } from './family.ts';
import { activateAndDrop, body, classifier, globalPool, stem, styleOf } from './network.ts';
import { COMMON_DEFAULTS, COMMON_SETTINGS } from './settings.ts';
import { blockDefaults, tableRows, tableSettings, type StageTable, type TableBlock } from './stageTable.ts';

type Row = readonly [kernel: KernelSize, inChannels: number, outChannels: number, stride: 1 | 2, se: 0 | 1];

// Table 1 of the paper; NET_CONFIG of the official code.
const STAGES = {
  // k   in  out  s  SE
  blocks2: [[3, 16, 32, 1, 0]],
  blocks3: [
    [3, 32, 64, 2, 0],
    [3, 64, 64, 1, 0],
  ],
  blocks4: [
    [3, 64, 128, 2, 0],
    [3, 128, 128, 1, 0],
  ],
  blocks5: [
    [3, 128, 256, 2, 0],
    [5, 256, 256, 1, 0],
    [5, 256, 256, 1, 0],
    [5, 256, 256, 1, 0],
    [5, 256, 256, 1, 0],
    [5, 256, 256, 1, 0],
  ],
  blocks6: [
    [5, 256, 512, 2, 1],
    [5, 512, 512, 1, 1],
  ],
} satisfies Record<string, readonly [Row, ...Row[]]>;

const blockOf = ([kernel, , , , se]: Row): TableBlock => ({ kernel, se: se === 1 });

const TABLE: StageTable = {
  stem: { width: 16, stride: 2 },
  // the official stride list has no entry for blocks2, which never shrinks
  firstStrided: 1,
  stages: Object.entries<readonly [Row, ...Row[]]>(STAGES).map(([id, [first, ...others]]) => ({
    id,
    width: first[2],
    stride: first[3],
    blocks: [blockOf(first), ...others.map(blockOf)],
  })),
};

const DEFAULTS: NetConfig = {
  family: 'pplcnet',
  ...COMMON_DEFAULTS,
  ...tableSettings(TABLE),
  activation: 'hardswish',
  lastConv: 1280,
  dropout: 0.2,
};

const channelsOf =
  ({ widths, scale }: NetConfig) =>
  (index: number): number =>
    makeDivisible((widths[index] ?? 0) * scale);

const rows = (config: NetConfig): readonly BlockRow[] =>
  tableRows(TABLE, {
    config,
    channels: channelsOf(config),
    idOf: ({ stage, index }) => `${TABLE.stages[stage]?.id ?? ''}.${index}`,
  });

/** Depthwise k×k → BN → act → [SE on the depthwise output] → pointwise 1×1 → BN → act. No residual anywhere. */
function depthwiseSeparable(net: GraphBuilder, input: Tensor, row: BlockRow, config: NetConfig): Tensor {
  const { activation, gate, seReduction: reduction } = config;
  const style = styleOf(config);
  const { id, outChannels, kernel, stride } = row;
  const spatial = net.unit('dw_conv', () =>
    depthwise(net, input, { name: `${id}.dw_conv`, kernel, stride, activation, ...style }),
  );
  const excited = row.se
    ? net.unit('se', () => squeezeExcite(net, spatial, { name: `${id}.se`, reduction, gate }))
    : spatial;
  return net.unit('pw_conv', () =>
    convBnAct(net, excited, { name: `${id}.pw_conv`, outChannels, activation, ...style }),
  );
}

/** GAP → [1×1 convolution without BN → act → dropout] → linear. */
function head(net: GraphBuilder, input: Tensor, config: NetConfig): Tensor {
  const { lastConv, lastConvBias, activation, classes } = config;
  const pooled = globalPool(net, input, 'avg_pool');
  const wide =
    lastConv > 0
      ? net.block('last_conv', () => {
          const expanded = net.add('last_conv', pointwise(lastConv, lastConvBias), pooled);
          return activateAndDrop(net, expanded, { config, activation, name: 'last_act' });
        })
      : pooled;
  return classifier(net, wide, 'fc', classes);
}

function build(config: NetConfig): Graph {
  const net = new GraphBuilder();
  const outChannels = channelsOf(config)(0);
  const first = stem(net, { name: 'conv1', outChannels, config, style: styleOf(config) });
  const last = body(net, first, rows(config), (input, row) => depthwiseSeparable(net, input, row, config));
  net.stage('head', 'head', () => head(net, last, config));
  return net.finish();
}

export const pplcnet: Family = {
  id: 'pplcnet',
  label: 'PP-LCNet',
  scales: [0.25, 0.35, 0.5, 0.75, 1, 1.5, 2, 2.5],
  settings: [
    ...COMMON_SETTINGS,
    'se',
    'seReduction',
    'gate',
    'lastConv',
    'lastConvBias',
    'dropout',
    'dropoutMode',
  ],
  stages: TABLE.stages.map(({ id }) => id),
  defaults: DEFAULTS,
  blockDefaults: blockDefaults(TABLE),
  // A Keras port: TensorFlow's padding, epsilon and dropout, 17 classes in its example.
  presets: [
    {
      id: 'keras',
      change: { classes: 17, padding: 'same', bnEpsilon: 1e-3, dropoutMode: 'inverted', gate: 'keras2' },
    },
  ],
  published: PPLCNET_PUBLISHED,
  rows,
  build,
};
