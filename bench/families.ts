// The counts of all 36 published networks of the other families, in Node: the first time, and once the code is warm.
import { quantile, sorted } from '../src/lib/core/tradeoff/timing.ts';
import type { Bench } from './bench.ts';
import { runBundled } from './bundled.ts';

export const families: Bench = {
  name: 'families',
  run: async () => {
    const times = (await runBundled('./families/counts.ts')) as readonly number[];
    const [first = NaN, ...others] = times;
    return [
      { name: 'every metric of 36 networks, the first time', value: first, unit: 'ms' },
      {
        name: 'every metric of 36 networks, median',
        value: quantile(sorted(others), 0.5),
        unit: 'ms',
        limit: 100,
      },
    ];
  },
};
