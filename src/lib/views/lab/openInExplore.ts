// Leads from a network in the lab to the page where it can be taken apart.
import { goto } from '$app/navigation';
import type { NetConfig } from '$lib/core/config/netConfig.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { localizedHref } from '$lib/state/locale.ts';
import { toSearch } from '$lib/state/url.ts';

export const exploreHref = (config: NetConfig): string =>
  `${localizedHref('/', getLocale())}${toSearch(config)}`;

export const openInExplore = (config: NetConfig): void => {
  void goto(exploreHref(config));
};
