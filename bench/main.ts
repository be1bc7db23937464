// Runs all benchmarks, prints their table and writes bench/results.json: `npm run bench [-- NAME …]`.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { agreement } from './agreement.ts';
import type { Bench, Figure } from './bench.ts';
import { engines } from './engines.ts';
import { families } from './families.ts';
import { field } from './field.ts';
import { firstLoad } from './firstLoad.ts';
import { interchange } from './interchange.ts';
import { kernels } from './kernels.ts';
import { knob } from './knob.ts';
import { lab } from './lab.ts';
import { pipeline } from './pipeline.ts';
import { runtimes } from './runtimes.ts';
import { trained } from './trained.ts';

const BENCHES: readonly Bench[] = [
  pipeline,
  families,
  firstLoad,
  knob,
  lab,
  field,
  trained,
  agreement,
  engines,
  runtimes,
  kernels,
  interchange,
];

function line(bench: string, { name, value, unit, limit, least }: Figure): string {
  const shown =
    unit === 'count' ? String(value) : `${value.toFixed(2)}${unit === 'ratio' ? ' ×' : ` ${unit}`}`;
  const bound = limit ?? least;
  const isKept = value <= (limit ?? Infinity) && value >= (least ?? -Infinity);
  const kind = limit === undefined ? 'at least' : 'limit';
  const verdict = bound === undefined ? '' : `  ${kind} ${bound.toFixed(2)}, ${isKept ? 'kept' : 'MISSED'}`;
  return `${bench.padEnd(10)} ${name.padEnd(52)} ${shown.padStart(12)}${verdict}`;
}

const wanted = process.argv.slice(2);
const results: Record<string, readonly Figure[]> = {};
for (const { name, run } of BENCHES) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const figures = await run();
  results[name] = figures;
  for (const figure of figures) console.log(line(name, figure));
}
const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`;
const file = new URL('./results.json', import.meta.url);
writeFileSync(file, `${JSON.stringify({ date: new Date().toISOString(), machine, results }, null, 2)}\n`);
