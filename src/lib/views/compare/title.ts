// What a network is called where there is room for one name: as it was saved, else by family and scale.
import type { ComparedNetwork } from '$lib/core/compare/network.ts';
import { savedNetworks } from '$lib/state/savedNetworks.svelte.ts';
import { networkName } from './words.ts';

export const titleOf = ({ key, config }: Pick<ComparedNetwork, 'key' | 'config'>): string =>
  savedNetworks.find(key)?.name ?? networkName(config);
