// What a network costs, in the units of the chart's axes: counted, and measured here where it has been.
import { analyze } from '$lib/core/analyze.ts';
import type { NetConfig } from '$lib/core/config/netConfig.ts';
import { FAMILIES } from '$lib/core/families/index.ts';
import { activationBytes } from '$lib/core/metrics/activations.ts';
import { macs } from '$lib/core/metrics/macs.ts';
import { paramsWithStatistics } from '$lib/core/metrics/params.ts';
import type { Costs } from '$lib/core/tradeoff/series.ts';
import type { Runner } from '$lib/state/runner.svelte.ts';

interface Keyed {
  readonly config: NetConfig;
  readonly key: string;
}

type Counts = Pick<Costs, 'macs' | 'params' | 'activations'>;

const counted = new Map<string, Counts>();
const LIMIT = 200;

/** MACs and stored parameters in millions, activations in MB. */
export function countsOf({ config, key }: Keyed): Counts {
  let counts = counted.get(key);
  if (!counts) {
    const { totals } = analyze(FAMILIES[config.family].build(config), [
      macs,
      paramsWithStatistics,
      activationBytes,
    ]);
    counts = {
      macs: totals.macs / 1e6,
      params: totals.paramsWithStatistics / 1e6,
      activations: totals.activationBytes / 1e6,
    };
    if (counted.size >= LIMIT) counted.clear();
    counted.set(key, counts);
  }
  return counts;
}

/** With what the Explore page measured of it. */
export const costsOf = (network: Keyed, runner: Runner): Costs => ({
  ...countsOf(network),
  here: runner.recordOf(network.key)?.medianMs,
});
