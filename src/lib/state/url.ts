// The address of a network: `?scale=0.5&se=0000001100000`, the settings that differ from the default and no other.
import type { ReadConfig } from '$lib/core/options.ts';
import { fromQuery, toQuery } from '$lib/core/query.ts';

export const fromSearch = (search: string): ReadConfig => fromQuery(search);

/** Empty for the default network. */
export function toSearch(config: ReadConfig['config']): string {
  const query = toQuery(config);
  return query && `?${query}`;
}
