// config → graph → all metrics → scene, in Node, for PP-LCNet x2.5 drawn layer by layer.
import { analyze } from '../src/lib/core/analyze.ts';
import { layout } from '../src/lib/core/diagram/layout.ts';
import { ENGLISH } from '../src/lib/core/diagram/text.ts';
import { FAMILIES } from '../src/lib/core/families/index.ts';
import { METRICS } from '../src/lib/core/metrics/index.ts';
import { quantile, sorted } from '../src/lib/core/tradeoff/timing.ts';
import type { Bench } from './bench.ts';

const { pplcnet } = FAMILIES;
const config = { ...pplcnet.defaults, scale: 2.5 };
const RUNS = 400;

/** Settings that a knob turn could leave behind: no two runs in a row see the same network. */
function turn(i: number): number {
  const begin = performance.now();
  const analysis = analyze(pplcnet.build({ ...config, scale: 2.5 - (i % 8) / 100 }), METRICS);
  layout({
    analysis,
    mode: i % 2 ? 'flow' : 'strip',
    level: 'layers',
    opened: new Set(),
    colourBy: 'kind',
    theme: 'light',
    text: ENGLISH,
  });
  return performance.now() - begin;
}

export const pipeline: Bench = {
  name: 'pipeline',
  run: () => {
    for (let i = 0; i < RUNS; i++) turn(i); // warm-up
    const times = sorted(Array.from({ length: RUNS }, (_, i) => turn(i)));
    return Promise.resolve([
      { name: 'x2.5, layers: configuration to scene, median', value: quantile(times, 0.5), unit: 'ms' },
      {
        name: 'x2.5, layers: configuration to scene, p95',
        value: quantile(times, 0.95),
        unit: 'ms',
        limit: 2,
      },
    ]);
  },
};
