// The architecture as metadata of a safetensors file: the options of the command line, each as text.
import type { NetConfig } from '../config/netConfig.ts';
import { describeProblem } from '../config/problem.ts';
import { SETTINGS, type Setting } from '../config/settings.ts';
import { FAMILIES } from '../families/index.ts';
import { readConfig, settingOf } from '../options.ts';
import { InterchangeError } from './interchangeError.ts';

export type Metadata = Readonly<Record<string, string>>;

/** Every setting that the family has, also where it has its default: the file outlives defaults. */
export const toMetadata = (config: NetConfig): Metadata =>
  Object.fromEntries(
    FAMILIES[config.family].settings.map((name) => {
      const { option, write } = SETTINGS[name] as Setting<unknown>;
      return [option, write(config[name])] as const;
    }),
  );

/** The network that the metadata name; undefined where they name no family. Throws InterchangeError. */
export function fromMetadata(metadata: Metadata): NetConfig | undefined {
  if (!Object.hasOwn(metadata, SETTINGS.family.option)) return undefined;
  const settings = Object.entries(metadata).flatMap(([option, text]) => {
    const setting = settingOf(option);
    return setting ? [[setting, text] as const] : [];
  });
  const { config, problems } = readConfig(Object.fromEntries(settings));
  const [problem] = problems;
  if (problem) throw new InterchangeError(`metadata of the file: ${describeProblem(problem, '')}`);
  return config;
}
