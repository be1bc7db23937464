// A network as the options that differ from its family's defaults, as they stand in files and in keys, and back.
import type { NetConfig } from '../config/netConfig.ts';
import { readConfig, settingOf, writeOptions, type ReadConfig } from '../options.ts';

export type NetworkOptions = Readonly<Record<string, string>>;

export const optionsOf = (config: NetConfig): NetworkOptions => Object.fromEntries(writeOptions(config));

/** The network that the options describe; `unknown` names options that no network has. */
export function configOf(options: NetworkOptions): ReadConfig & { readonly unknown: readonly string[] } {
  const candidates = Object.entries(options).flatMap(([option, text]) => {
    const setting = settingOf(option);
    return setting ? [[setting, text] as const] : [];
  });
  const unknown = Object.keys(options).filter((option) => !settingOf(option));
  return { ...readConfig(Object.fromEntries(candidates)), unknown };
}

/** The options in a key of `configKey`, such as `family=pplcnet&scale=0.5`. */
export const optionsOfKey = (key: string): NetworkOptions =>
  Object.fromEntries(
    key.split('&').map((part) => {
      const [option = '', ...text] = part.split('=');
      return [option, text.join('=')] as const;
    }),
  );
