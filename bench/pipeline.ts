// config → graph → all metrics → scene, in Node, for PP-LCNet x2.5 drawn layer by layer: the code as it is shipped, bundled.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { quantile, sorted } from '../src/lib/core/tradeoff/timing.ts';
import type { Bench } from './bench.ts';

const entry = fileURLToPath(new URL('./pipeline/turns.ts', import.meta.url));

async function turnsMs(): Promise<readonly number[]> {
  const outDir = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      build: { ssr: entry, outDir, rolldownOptions: { output: { entryFileNames: 'turns.mjs' } } },
      ssr: { noExternal: true },
    });
    const printed = execFileSync(process.execPath, [join(outDir, 'turns.mjs')], { encoding: 'utf8' });
    return JSON.parse(printed) as readonly number[];
  } finally {
    rmSync(outDir, { recursive: true });
  }
}

export const pipeline: Bench = {
  name: 'pipeline',
  run: async () => {
    const times = sorted(await turnsMs());
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
