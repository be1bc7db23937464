// What a network costs, in the units of the chart's axes: counted, and measured here where it has been.
import { analyze } from '$lib/core/analyze.ts';
import type { NetConfig } from '$lib/core/config/netConfig.ts';
import { FAMILIES } from '$lib/core/families/index.ts';
import { macs } from '$lib/core/metrics/macs.ts';
import { paramsWithStatistics } from '$lib/core/metrics/params.ts';
import type { Costs } from '$lib/core/tradeoff/series.ts';
import type { Runner } from '$lib/state/runner.svelte.ts';

interface Keyed {
  readonly config: NetConfig;
  readonly key: string;
}

type Counts = Omit<Costs, 'here'>;

const counted = new Map<string, Counts>();
const LIMIT = 200;

/** MACs and stored parameters in millions; ms on this device. */
export function costsOf({ config, key }: Keyed, runner: Runner): Costs {
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
