// What a network costs, in the units of the chart's axes: counted, and measured here where it has been.
import { analyze } from '$lib/core/analyze.ts';
import type { NetConfig } from '$lib/core/config/netConfig.ts';
import { FAMILIES } from '$lib/core/families/index.ts';
import { macs } from '$lib/core/metrics/macs.ts';
import { paramsWithStatistics } from '$lib/core/metrics/params.ts';
import { configKey } from '$lib/core/options.ts';
import type { Runner } from '$lib/state/runner.svelte.ts';

const counted = new Map<string, { readonly macs: number; readonly params: number }>();
const LIMIT = 200;

/** MACs and stored parameters in millions; ms on this device. */
export function costsOf(config: NetConfig, runner: Runner) {
  const key = configKey(config);
  let counts = counted.get(key);
  if (!counts) {
    const { totals } = analyze(FAMILIES[config.family].build(config), [macs, paramsWithStatistics]);
    counts = { macs: totals.macs / 1e6, params: totals.paramsWithStatistics / 1e6 };
    if (counted.size >= LIMIT) counted.clear();
    counted.set(key, counts);
  }
  const here = runner.recordOf(key)?.medianMs;
  return { ...counts, ...(here === undefined ? {} : { here }) };
}
