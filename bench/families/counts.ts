// Counts all published networks of the other families under every metric, again and again, and prints how long each time took, in ms.
import { analyze } from '../../src/lib/core/analyze.ts';
import { FAMILIES } from '../../src/lib/core/families/index.ts';
import { METRICS } from '../../src/lib/core/metrics/index.ts';
import { KNOWN_NETWORKS } from '../../src/lib/core/tradeoff/networks.ts';

const TIMES = 40;
const networks = KNOWN_NETWORKS.filter(({ config }) => config.family !== 'pplcnet');
if (networks.length !== 36) throw new Error(`36 networks expected, got ${networks.length}`);

function countAll(): number {
  const begin = performance.now();
  for (const { config } of networks) {
    const { totals } = analyze(FAMILIES[config.family].build(config), METRICS);
    // each is found when it is asked for
    METRICS.map(({ id }) => totals[id]);
  }
  return performance.now() - begin;
}

console.log(JSON.stringify(Array.from({ length: TIMES }, countAll)));
