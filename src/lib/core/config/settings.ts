// The settings table: how each setting is named, read from text, written as text and checked.
import {
  ACTIVATIONS,
  DROPOUT_MODES,
  FAMILY_IDS,
  GATES,
  KERNEL_SIZES,
  PADDINGS,
  TASK_IDS,
  type Activation,
  type NetConfig,
  type SettingName,
} from './netConfig.ts';
import { choice, digitPerBlock, flag, number, numberList, size, strideList, type Codec } from './codecs.ts';

/** What a check may ask about the network around the value. */
export interface Surroundings {
  readonly blocks: number;
  readonly stages: number;
  readonly strides: number;
}

export interface Setting<T> extends Codec<T> {
  /** The option's name in URLs and, after `--`, on the command line. */
  readonly option: string;
}

export const MAX_BLOCKS = 64;

/** `rrrhhh`: one letter per block. */
const ACTIVATION_LETTERS = {
  h: 'hardswish',
  r: 'relu',
  '6': 'relu6',
  l: 'leakyrelu',
  p: 'prelu',
  e: 'elu',
  s: 'swish',
} as const satisfies Record<string, Activation>;

export const SETTINGS: { readonly [K in SettingName]: Setting<NetConfig[K]> } = {
  family: { option: 'family', ...choice(FAMILY_IDS) },
  task: { option: 'task', ...choice(TASK_IDS) },
  scale: { option: 'scale', ...number({ min: 0.1, max: 4 }) },
  resolution: { option: 'resolution', ...size({ min: 28, max: 512 }) },
  inputChannels: { option: 'input-channels', ...number({ min: 1, max: 4, integer: true }) },
  classes: { option: 'classes', ...number({ min: 1, max: 30000, integer: true }) },
  depths: {
    option: 'depths',
    ...numberList({ min: 1, max: 16, count: ({ stages }) => stages, maxSum: MAX_BLOCKS }),
  },
  widths: { option: 'widths', ...numberList({ min: 1, max: 2048, count: ({ stages }) => stages + 1 }) },
  kernels: {
    option: 'kernels',
    ...digitPerBlock(Object.fromEntries(KERNEL_SIZES.map((k) => [String(k), k]))),
  },
  se: { option: 'se', ...digitPerBlock({ 0: false, 1: true }) },
  expansions: {
    option: 'expansions',
    ...numberList({ min: 1, max: 8192, count: ({ blocks }) => blocks }),
  },
  activations: { option: 'activations', ...digitPerBlock(ACTIVATION_LETTERS) },
  seReduction: { option: 'se-reduction', ...number({ min: 1, max: 64, integer: true }) },
  gate: { option: 'gate', ...choice(GATES) },
  strides: { option: 'strides', ...strideList(({ strides }) => strides) },
  activation: { option: 'activation', ...choice(ACTIVATIONS) },
  lastConv: { option: 'last-conv', ...number({ min: 0, max: 8192, integer: true }) },
  lastConvBias: { option: 'last-conv-bias', ...flag },
  dropout: { option: 'dropout', ...number({ min: 0, max: 0.99 }) },
  dropoutMode: { option: 'dropout-mode', ...choice(DROPOUT_MODES) },
  padding: { option: 'padding', ...choice(PADDINGS) },
  bnEpsilon: { option: 'bn-epsilon', ...number({ min: 1e-8, max: 0.1 }) },
};

export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];
