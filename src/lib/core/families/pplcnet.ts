// PP-LCNet (arXiv 2109.15099), as ppcls/arch/backbone/legendary_models/pp_lcnet.py of PaddleClas builds it.
import type { KernelSize, NetConfig, Pair } from '../config/netConfig.ts';
import { SETTING_NAMES } from '../config/settings.ts';
import { PPLCNET_PUBLISHED } from '../facts/pplcnet.ts';
import { convBnAct, pointwise, squeezeExcite } from '../graph/blocks.ts';
import { GraphBuilder, type Tensor } from '../graph/builder.ts';
import type { Graph } from '../graph/ir.ts';
import { makeDivisible } from '../graph/rounding.ts';
import type { BlockRow, Family } from './family.ts';

type Row = readonly [kernel: KernelSize, inChannels: number, outChannels: number, stride: 1 | 2, se: 0 | 1];

const STEM = { outChannels: 16, stride: 2 };

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

const STAGE_IDS = Object.keys(STAGES);
const STAGE_ROWS: readonly (readonly [Row, ...Row[]])[] = Object.values(STAGES);
const UNIT_STRIDE: Pair = [1, 1];

/** The official stride list: the stem and the first block of blocks3 … blocks6 (blocks2 never shrinks). */
const DEFAULT_STRIDES: readonly Pair[] = [
  STEM.stride,
  ...STAGE_ROWS.slice(1).map(([[, , , stride]]) => stride),
].map((stride) => [stride, stride]);

function blockDefaults(depths: readonly number[]): Pick<NetConfig, 'kernels' | 'se'> {
  const rows = STAGE_ROWS.flatMap((stage, s) =>
    Array.from({ length: depths[s] ?? stage.length }, (_, i) => stage[i] ?? stage.at(-1) ?? stage[0]),
  );
  return { kernels: rows.map(([kernel]) => kernel), se: rows.map(([, , , , se]) => se === 1) };
}

const DEFAULT_DEPTHS = STAGE_ROWS.map((rows) => rows.length);

const DEFAULTS: NetConfig = {
  family: 'pplcnet',
  scale: 1,
  resolution: [224, 224],
  inputChannels: 3,
  classes: 1000,
  depths: DEFAULT_DEPTHS,
  widths: [STEM.outChannels, ...STAGE_ROWS.map(([[, , outChannels]]) => outChannels)],
  ...blockDefaults(DEFAULT_DEPTHS),
  seReduction: 4,
  gate: 'relu6',
  strides: DEFAULT_STRIDES,
  activation: 'hardswish',
  lastConv: 1280,
  dropout: 0.2,
  dropoutMode: 'downscale',
  padding: 'symmetric',
  bnEpsilon: 1e-5,
};

function rows(config: NetConfig): readonly BlockRow[] {
  const width = (index: number) => makeDivisible((config.widths[index] ?? 0) * config.scale);
  let number = 0;
  return STAGE_IDS.flatMap((stage, s) =>
    Array.from({ length: config.depths[s] ?? 0 }, (_, i) => {
      const first = i === 0;
      return {
        number: ++number,
        stage,
        id: `${stage}.${i}`,
        first,
        kernel: config.kernels[number - 1] ?? 3,
        inChannels: width(first ? s : s + 1),
        outChannels: width(s + 1),
        stride: first && s > 0 ? (config.strides[s] ?? UNIT_STRIDE) : UNIT_STRIDE,
        se: config.se[number - 1] ?? false,
      };
    }),
  );
}

/** Depthwise k×k → BN → act → [SE on the depthwise output] → pointwise 1×1 → BN → act. No residual anywhere. */
function depthwiseSeparable(net: GraphBuilder, input: Tensor, row: BlockRow, config: NetConfig): Tensor {
  const { padding, bnEpsilon: epsilon, activation, gate, seReduction: reduction } = config;
  const shared = { padding, epsilon, activation };
  const { id, inChannels, outChannels, kernel, stride } = row;
  const spatial = net.unit('dw_conv', () =>
    convBnAct(net, input, {
      name: `${id}.dw_conv`,
      outChannels: inChannels,
      kernel,
      stride,
      groups: inChannels,
      ...shared,
    }),
  );
  const excited = row.se
    ? net.unit('se', () => squeezeExcite(net, spatial, { name: `${id}.se`, reduction, gate }))
    : spatial;
  return net.unit('pw_conv', () =>
    convBnAct(net, excited, {
      name: `${id}.pw_conv`,
      outChannels,
      kernel: 1,
      stride: UNIT_STRIDE,
      groups: 1,
      ...shared,
    }),
  );
}

/** GAP → [1×1 convolution without bias or BN → act → dropout] → linear. */
function head(net: GraphBuilder, input: Tensor, config: NetConfig): Tensor {
  const { lastConv, activation, dropout, dropoutMode, classes } = config;
  let x = net.block('avg_pool', () => net.add('avg_pool', { kind: 'globalPool' }, input));
  if (lastConv > 0)
    x = net.block('last_conv', () => {
      const wide = net.add('last_conv', pointwise(lastConv, false), x);
      const active = net.add('last_act', { kind: 'activation', function: activation }, wide);
      return net.add('dropout', { kind: 'dropout', rate: dropout, mode: dropoutMode }, active);
    });
  return net.block('fc', () => {
    const flat = net.add('flatten', { kind: 'flatten' }, x);
    return net.add('fc', { kind: 'linear', outFeatures: classes }, flat);
  });
}

function build(config: NetConfig): Graph {
  const net = new GraphBuilder();
  const { padding, bnEpsilon: epsilon, activation } = config;
  let x = net.input([...config.resolution, config.inputChannels]);
  x = net.stage('conv1', 'stem', () =>
    net.block('conv1', () =>
      convBnAct(net, x, {
        name: 'conv1',
        outChannels: makeDivisible((config.widths[0] ?? 0) * config.scale),
        kernel: 3,
        stride: config.strides[0] ?? UNIT_STRIDE,
        groups: 1,
        padding,
        epsilon,
        activation,
      }),
    ),
  );
  for (const stage of STAGE_IDS)
    x = net.stage(stage, 'body', () =>
      rows(config)
        .filter((row) => row.stage === stage)
        .reduce((input, row) => net.block(row.id, () => depthwiseSeparable(net, input, row, config)), x),
    );
  net.stage('head', 'head', () => head(net, x, config));
  return net.finish();
}

export const pplcnet: Family = {
  id: 'pplcnet',
  label: 'PP-LCNet',
  scales: [0.25, 0.35, 0.5, 0.75, 1, 1.5, 2, 2.5],
  settings: SETTING_NAMES,
  stages: STAGE_IDS,
  defaults: DEFAULTS,
  blockDefaults,
  // A widely read Keras port: TensorFlow's padding, epsilon and dropout, 17 classes in its example.
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
