// Text options ⇄ NetConfig: the one codec behind URLs, the command line and JSON files.
import { SETTINGS, SETTING_NAMES, type Setting, type Surroundings } from './config/settings.ts';
import type { FamilyId, NetConfig, SettingName, TaskId } from './config/netConfig.ts';
import type { Problem } from './config/problem.ts';
import { FAMILIES } from './families/index.ts';
import { defaultsFor, TASKS } from './families/tasks.ts';
import type { Family } from './families/family.ts';

/** Candidates by setting: text (from a URL or command line) or values (from JSON). */
export type Candidates = Readonly<Partial<Record<SettingName, unknown>>>;

export interface ReadConfig {
  /** Always complete: refused settings keep their default. */
  readonly config: NetConfig;
  readonly problems: readonly Problem[];
}

const BY_OPTION = new Map(SETTING_NAMES.map((name) => [SETTINGS[name].option, name]));

export const OPTION_NAMES: readonly string[] = [...BY_OPTION.keys()];

export const settingOf = (option: string): SettingName | undefined => BY_OPTION.get(option);

export const defaultConfig: NetConfig = FAMILIES.pplcnet.defaults;

// Family and task first, then what decides how many blocks there are, then everything that is per block.
const ORDER = [
  'family',
  'task',
  'depths',
  ...SETTING_NAMES.filter((name) => name !== 'family' && name !== 'task' && name !== 'depths'),
] as const satisfies readonly SettingName[];

function surroundings(family: Family, { depths }: NetConfig): Surroundings {
  return {
    blocks: depths.reduce((sum, depth) => sum + depth, 0),
    stages: family.stages.length,
    strides: family.defaults.strides.length,
  };
}

const show = (candidate: unknown): string =>
  typeof candidate === 'string' ? candidate : JSON.stringify(candidate);

/** Reads settings on top of their family's defaults; whatever is refused is reported and keeps its default. */
export function readConfig(candidates: Candidates): ReadConfig {
  const problems: Problem[] = [];
  let config = defaultConfig;
  for (const name of ORDER) {
    const candidate = candidates[name];
    if (candidate === undefined) continue;
    const setting = SETTINGS[name] as Setting<unknown>;
    const family = FAMILIES[config.family];
    if (!family.settings.includes(name)) {
      // a file holds every setting, also those that its family lacks
      if (show(candidate) !== show(config[name]) && candidate !== setting.write(config[name]))
        problems.push({
          option: setting.option,
          found: show(candidate),
          expected: { kind: 'notInFamily', family: family.label },
        });
      continue;
    }
    const value = typeof candidate === 'string' ? setting.read(candidate) : candidate;
    const checked = setting.check(value, surroundings(family, config));
    if ('expected' in checked) {
      problems.push({ option: setting.option, found: show(candidate), expected: checked.expected });
    } else if (name === 'family') {
      config = FAMILIES[checked.value as FamilyId].defaults;
    } else if (name === 'task') {
      config = defaultsFor(family, checked.value as TaskId);
    } else {
      config = { ...config, [name]: checked.value };
      if (name === 'depths') config = { ...config, ...family.blockDefaults(config.depths) };
    }
  }
  return { config, problems };
}

/** The defaults of this very family, task and number of blocks: what a setting is compared with before it is written out. */
function baseOf({ family, task, depths }: NetConfig): NetConfig {
  const defaults = defaultsFor(FAMILIES[family], task);
  return depths === defaults.depths ? defaults : { ...defaults, ...FAMILIES[family].blockDefaults(depths) };
}

/** Every setting that differs from its default, as [option, text], in a fixed order. */
export function writeOptions(config: NetConfig): readonly (readonly [option: string, text: string])[] {
  const base = baseOf(config);
  return ORDER.flatMap((name) => {
    const { option, write } = SETTINGS[name] as Setting<unknown>;
    const standard = name === 'family' || name === 'task' ? defaultConfig[name] : base[name];
    if (config[name] === standard) return [];
    const text = write(config[name]);
    return text === write(standard) ? [] : [[option, text] as const];
  });
}

/** Equal networks have equal keys: used for caches, measurements and looking up published figures. */
export const configKey = (config: NetConfig): string =>
  [`family=${config.family}`, ...writeOptions(config).map(([option, text]) => `${option}=${text}`)].join('&');

/** The same question asked of another family: its own table and defaults, at the same scale, input and number of classes. */
export function withFamily(config: NetConfig, family: FamilyId): NetConfig {
  const { task, scale, resolution, inputChannels, classes } = config;
  return { ...defaultsFor(FAMILIES[family], task), scale, resolution, inputChannels, classes };
}

/** The same network for another task: with its input, classes and strides. */
export const withTask = (config: NetConfig, task: TaskId): NetConfig => ({
  ...config,
  task,
  ...TASKS[task].settings(FAMILIES[config.family].defaults),
});
