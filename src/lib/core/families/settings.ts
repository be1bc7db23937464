// The settings that every family has; each adds those of its own.
import type { SettingName } from '../config/netConfig.ts';

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
