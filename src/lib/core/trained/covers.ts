// Which networks the trained super-network holds: PP-LCNet up to ×1 with any kernels and SE, with or without the last 1×1 convolution.
import type { NetConfig, SettingName } from '../config/netConfig.ts';
import { SETTINGS, SETTING_NAMES, type Setting } from '../config/settings.ts';
import { FAMILIES } from '../families/index.ts';
import { defaultsFor } from '../families/tasks.ts';

/** Widths that training saw. Others between them are cut in the same way; how well they do is for the measurement to say. */
export const TRAINED_SCALES: readonly number[] = [0.25, 0.35, 0.5, 0.75, 1];
const LARGEST_SCALE = 1;
const TASK = 'fashion-mnist';

export const TRAINED_DEFAULTS: NetConfig = defaultsFor(FAMILIES.pplcnet, TASK);

/** Whether the images of the task fit a network of it; its weights may be of any origin. */
export const takesTestImages = ({ task, resolution, inputChannels, classes }: NetConfig): boolean =>
  task === TASK &&
  resolution.join() === TRAINED_DEFAULTS.resolution.join() &&
  inputChannels === TRAINED_DEFAULTS.inputChannels &&
  classes === TRAINED_DEFAULTS.classes;

/** What may be anything that a network can have. */
const ELASTIC: readonly SettingName[] = ['kernels', 'se'];

/** These mean nothing where the layer that they belong to is gone. */
const OF_LAST_CONV: readonly SettingName[] = ['lastConvBias', 'dropout', 'dropoutMode'];

function fits(config: NetConfig, name: SettingName): boolean {
  if (ELASTIC.includes(name)) return true;
  if (name === 'scale') return config.scale <= LARGEST_SCALE;
  if (name === 'lastConv') return config.lastConv === 0 || config.lastConv === TRAINED_DEFAULTS.lastConv;
  if (config.lastConv === 0 && OF_LAST_CONV.includes(name)) return true;
  const { write } = SETTINGS[name] as Setting<unknown>;
  return write(config[name]) === write(TRAINED_DEFAULTS[name]);
}

/** The settings for which there are no trained weights, family first; none where the network can be cut out. */
export function untrainedSettings(config: NetConfig): readonly SettingName[] {
  if (!fits(config, 'task')) return ['task'];
  if (!fits(config, 'family')) return ['family'];
  return SETTING_NAMES.filter((name) => !fits(config, name));
}

/** The same network as far as there are weights for it. */
export function nearestTrained(config: NetConfig): NetConfig {
  const { scale } = config;
  if (config.family !== TRAINED_DEFAULTS.family)
    return { ...TRAINED_DEFAULTS, scale: Math.min(scale, LARGEST_SCALE) };
  const settings = untrainedSettings(config).map((name) => [name, TRAINED_DEFAULTS[name]] as const);
  const change: Partial<NetConfig> = Object.fromEntries(settings);
  const perBlock = 'depths' in change ? { kernels: TRAINED_DEFAULTS.kernels, se: TRAINED_DEFAULTS.se } : {};
  return { ...config, ...change, ...perBlock };
}
