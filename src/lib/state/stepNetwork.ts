// The network of a lesson's step: the default network of its task, changed; and how a step begins with it.
import { tick } from 'svelte';
import type { NetConfig } from '$lib/core/config/netConfig.ts';
import { FAMILIES } from '$lib/core/families/index.ts';
import { defaultsFor } from '$lib/core/families/tasks.ts';
import type { Explorer } from './explorer.svelte.ts';
import { fromSearch, toSearch } from './url.ts';

export const stepConfig = (change: Partial<NetConfig>): NetConfig => ({
  ...defaultsFor(FAMILIES[change.family ?? 'pplcnet'], change.task ?? 'imagenet'),
  ...change,
});

/** The step's network, as what its page begins with: the address says it, and there is nothing to undo. What it says besides is refused. */
export function beginWith(explorer: Explorer, config: NetConfig): void {
  explorer.problems = fromSearch(location.search).problems;
  explorer.preview(config);
  // the router takes over after the page is mounted
  void tick().then(() => explorer.history.correct(toSearch(explorer.config)));
}
