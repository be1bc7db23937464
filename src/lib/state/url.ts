// The address of a network: `?scale=0.5&se=0000001100000`, the settings that differ from the default and no other.
import { readConfig, settingOf, writeOptions, type ReadConfig } from '$lib/core/options.ts';

export function fromSearch(search: string): ReadConfig {
  const options = [...new URLSearchParams(search)].flatMap(([option, text]) => {
    const setting = settingOf(option);
    return setting ? [[setting, text] as const] : [];
  });
  return readConfig(Object.fromEntries(options));
}

/** Empty for the default network. Commas and brackets stay readable. */
export function toSearch(config: ReadConfig['config']): string {
  const query = writeOptions(config).map(([option, text]) => `${option}=${encodeURIComponent(text)}`);
  const readable = query.join('&').replaceAll('%2C', ',').replaceAll('%5B', '[').replaceAll('%5D', ']');
  return readable && `?${readable}`;
}
