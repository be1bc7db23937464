// The network of a lesson's step: the default network of its task, changed.
import type { NetConfig } from '$lib/core/config/netConfig.ts';
import { FAMILIES } from '$lib/core/families/index.ts';
import { defaultsFor } from '$lib/core/families/tasks.ts';

export const stepConfig = (change: Partial<NetConfig>): NetConfig => ({
  ...defaultsFor(FAMILIES[change.family ?? 'pplcnet'], change.task ?? 'imagenet'),
  ...change,
});
