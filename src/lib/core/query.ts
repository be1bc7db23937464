// A network as a query, `scale=0.5&se=0000001100000`: in addresses of pages and as a word on the command line.
import type { SettingName } from './config/netConfig.ts';
import type { Problem } from './config/problem.ts';
import { OPTION_NAMES, readConfig, settingOf, writeOptions, type ReadConfig } from './options.ts';

/** An option that no setting has is a problem like any other. */
export function fromQuery(query: string): ReadConfig {
  const candidates: Partial<Record<SettingName, string>> = {};
  const unknown: Problem[] = [];
  for (const [option, found] of new URLSearchParams(query)) {
    const setting = settingOf(option);
    if (setting) candidates[setting] = found;
    else unknown.push({ option, found, expected: { kind: 'option', allowed: OPTION_NAMES } });
  }
  const { config, problems } = readConfig(candidates);
  return { config, problems: [...unknown, ...problems] };
}

/** Every setting that differs from the default; empty for the default network. Commas and brackets stay readable. */
export function toQuery(config: ReadConfig['config']): string {
  const query = writeOptions(config).map(([option, text]) => `${option}=${encodeURIComponent(text)}`);
  return query.join('&').replaceAll('%2C', ',').replaceAll('%5B', '[').replaceAll('%5D', ']');
}

/** The same, but never empty: the default network is named by its family. */
export const networkText = (config: ReadConfig['config']): string =>
  toQuery(config) || `family=${config.family}`;
