// Links from other pages to the Explore page, where a network can be taken apart.
import { goto } from '$app/navigation';
import type { NetConfig } from '$lib/core/config/netConfig.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { localizedHref } from './locale.ts';
import { toSearch } from './url.ts';

export const exploreHref = (config: NetConfig): string =>
  `${localizedHref('/', getLocale())}${toSearch(config)}`;

export const openInExplore = (config: NetConfig): Promise<void> => goto(exploreHref(config));
