// The address of a comparison: `?n=scale%3D0.5&n=family%3Dghostnet`, one `n` per network, each as in the address of Explore.
import { COMPARED } from '$lib/core/compare/limits.ts';
import type { NetConfig } from '$lib/core/config/netConfig.ts';
import type { Problem } from '$lib/core/config/problem.ts';
import { FAMILIES } from '$lib/core/families/index.ts';
import { configKey } from '$lib/core/options.ts';
import { fromQuery, networkText } from '$lib/core/query.ts';

/** What was refused: a setting of a network (counted from 0), or the number of networks. */
export type Refusal =
  | { readonly kind: 'setting'; readonly network: number; readonly problem: Problem }
  | { readonly kind: 'count'; readonly got: number };

export interface ReadComparison {
  /** Always two to four. */
  readonly configs: readonly NetConfig[];
  readonly refusals: readonly Refusal[];
}

/** What an address without networks shows. */
export const FIRST_NETWORKS: readonly [NetConfig, NetConfig] = [
  FAMILIES.pplcnet.defaults,
  FAMILIES['mobilenetv3-large'].defaults,
];

const keysOf = (configs: readonly NetConfig[]): string => configs.map(configKey).join(' ');

/** A network that is not there yet: of those shown first, else of the family defaults. */
export function anotherThan(configs: readonly NetConfig[]): NetConfig {
  const keys = new Set(configs.map(configKey));
  const candidates = [...FIRST_NETWORKS, ...Object.values(FAMILIES).map(({ defaults }) => defaults)];
  return candidates.find((config) => !keys.has(configKey(config))) ?? FIRST_NETWORKS[0];
}

/** Never throws: what is refused keeps its default, what is missing is filled up, what is too much is left out. */
export function fromCompareSearch(search: string): ReadComparison {
  const texts = new URLSearchParams(search).getAll('n');
  if (texts.length === 0) return { configs: FIRST_NETWORKS, refusals: [] };
  const read = texts.slice(0, COMPARED.max).map(fromQuery);
  const configs = read.map(({ config }) => config);
  const refusals: Refusal[] = read.flatMap(({ problems }, network) =>
    problems.map((problem) => ({ kind: 'setting', network, problem }) as const),
  );
  if (texts.length < COMPARED.min || texts.length > COMPARED.max)
    refusals.push({ kind: 'count', got: texts.length });
  while (configs.length < COMPARED.min) configs.push(anotherThan(configs));
  return { configs, refusals };
}

/** Empty for the networks that an empty address shows. Commas and brackets stay readable. */
export function toCompareSearch(configs: readonly NetConfig[]): string {
  if (keysOf(configs) === keysOf(FIRST_NETWORKS)) return '';
  const query = configs.map((config) => `n=${encodeURIComponent(networkText(config))}`).join('&');
  return `?${query.replaceAll('%2C', ',').replaceAll('%5B', '[').replaceAll('%5D', ']')}`;
}
