// The settings that every family has, and the values most of them start from; each adds those of its own.
import type { NetConfig, SettingName } from '../config/netConfig.ts';

export const COMMON_SETTINGS = [
  'family',
  'task',
  'scale',
  'resolution',
  'inputChannels',
  'classes',
  'depths',
  'widths',
  'kernels',
  'strides',
  'activation',
  'padding',
  'bnEpsilon',
] as const satisfies readonly SettingName[];

/** Of the published ImageNet networks; SE settings count where a visitor switches SE on. A family says where it differs. */
export const COMMON_DEFAULTS = {
  task: 'imagenet',
  scale: 1,
  resolution: [224, 224],
  inputChannels: 3,
  classes: 1000,
  seReduction: 4,
  gate: 'relu6',
  lastConvBias: false,
  dropout: 0,
  dropoutMode: 'downscale',
  padding: 'symmetric',
  bnEpsilon: 1e-5,
} as const satisfies Partial<NetConfig>;
