// config → graph → all metrics → scene, in Node, for PP-LCNet x2.5 drawn layer by layer: the code as it is shipped, bundled.
import { quantile, sorted } from '../src/lib/core/tradeoff/timing.ts';
import type { Bench } from './bench.ts';
import { runBundled } from './bundled.ts';

export const pipeline: Bench = {
  name: 'pipeline',
  run: async () => {
    const times = sorted((await runBundled('./pipeline/turns.ts')) as readonly number[]);
    return [
      { name: 'x2.5, layers: configuration to scene, median', value: quantile(times, 0.5), unit: 'ms' },
      {
        name: 'x2.5, layers: configuration to scene, p95',
        value: quantile(times, 0.95),
        unit: 'ms',
        limit: 2,
      },
    ];
  },
};
