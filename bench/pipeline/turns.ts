// Turns a knob of PP-LCNet x2.5 again and again, from configuration to scene, and prints how long each turn took, in ms.
import { analyze } from '../../src/lib/core/analyze.ts';
import { layout } from '../../src/lib/core/diagram/modes.ts';
import { ENGLISH } from '../../src/lib/core/diagram/english.ts';
import { FAMILIES } from '../../src/lib/core/families/index.ts';
import { METRICS } from '../../src/lib/core/metrics/index.ts';

const WARMUP = 1600;
const TURNS = 1600;

const { pplcnet } = FAMILIES;
const config = { ...pplcnet.defaults, scale: 2.5 };

/** No two turns in a row see the same network; both layouts take their turns. */
function turn(i: number): number {
  const begin = performance.now();
  const analysis = analyze(pplcnet.build({ ...config, scale: 2.5 - (i % 8) / 100 }), METRICS);
  // each is found when it is asked for
  METRICS.map(({ id }) => analysis.totals[id]);
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

for (let i = 0; i < WARMUP; i++) turn(i);
console.log(JSON.stringify(Array.from({ length: TURNS }, (_, i) => turn(i))));
