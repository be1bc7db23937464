// The address of a network: `?scale=0.5&se=0000001100000`, the settings that differ from the default and no other.
import { settingOf, type ReadConfig } from '$lib/core/options.ts';
import { fromQuery, toQuery } from '$lib/core/query.ts';

/** What mail programs and social networks hang on links: nobody's mistake. */
const STRAY = /^utm_|clid$/;

/** @param own parameters of the page that are no settings of the network; any other that is unknown is a problem */
export function fromSearch(search: string, own: readonly string[] = []): ReadConfig {
  const query = new URLSearchParams(search);
  for (const name of [...query.keys()]) if (own.includes(name) || STRAY.test(name)) query.delete(name);
  return fromQuery(query.toString());
}

/** Whether an address speaks of a network at all. */
export const namesNetwork = (search: string): boolean =>
  [...new URLSearchParams(search).keys()].some((name) => settingOf(name) !== undefined);

/** Empty for the default network. */
export function toSearch(config: ReadConfig['config']): string {
  const query = toQuery(config);
  return query && `?${query}`;
}
