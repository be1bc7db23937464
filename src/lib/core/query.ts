// A network as a query, `scale=0.5&se=0000001100000`: in addresses of pages and as a word on the command line.
import type { Problem } from './config/problem.ts';
import { OPTION_NAMES, readConfig, settingOf, writeOptions, type ReadConfig } from './options.ts';

/** Options that no setting has are passed over: addresses carry other things, too. */
export function fromQuery(query: string): ReadConfig {
  const options = [...new URLSearchParams(query)].flatMap(([option, text]) => {
    const setting = settingOf(option);
    return setting ? [[setting, text] as const] : [];
  });
  return readConfig(Object.fromEntries(options));
}

/** Where the query stands for a network and nothing else: an option that no setting has is a problem like any other. */
export function fromStrictQuery(query: string): ReadConfig {
  const { config, problems } = fromQuery(query);
  const unknown = [...new URLSearchParams(query)]
    .filter(([option]) => !settingOf(option))
    .map(([option, found]): Problem => {
      const expected = { kind: 'option', allowed: OPTION_NAMES } as const;
      return { option, found, expected };
    });
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
