// Engine overhead: our tfjs path against forward passes written by hand for the same folded network, in the same Chromium.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { findChromium } from '../scripts/chromium.mjs';
import type { Bench, Figure } from './bench.ts';
import type { Medians } from './engines/page.ts';

const root = fileURLToPath(new URL('./engines/', import.meta.url));
const FLAGS = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'];

async function measure(url: string): Promise<Medians> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error('Chromium not found: `npm test` installs it or says how to');
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await page.waitForFunction('window.medians !== undefined', undefined, { timeout: 240_000 });
    return await page.evaluate<Medians>('window.medians');
  } finally {
    await browser.close();
  }
}

async function run(): Promise<readonly Figure[]> {
  const outDir = mkdtempSync(join(tmpdir(), 'bench-'));
  const config = { root, configFile: false, logLevel: 'error', build: { outDir } } as const;
  await build(config);
  const server = await preview({ ...config, preview: { port: 0 } });
  try {
    const { ours, idiomatic, sameKernels, reference } = await measure(server.resolvedUrls?.local[0] ?? '');
    return [
      { name: 'x1.0 at 224, wasm, 1 thread: this program', value: ours, unit: 'ms' },
      { name: 'the same network written by hand', value: idiomatic, unit: 'ms' },
      { name: '… with the same kernels as this program', value: sameKernels, unit: 'ms' },
      { name: 'reference engine', value: reference, unit: 'ms' },
      { name: 'this program / by hand', value: ours / idiomatic, unit: 'ratio', limit: 1.1 },
      {
        name: 'this program / by hand with the same kernels',
        value: ours / sameKernels,
        unit: 'ratio',
        limit: 1.1,
      },
      { name: 'this program / reference', value: ours / reference, unit: 'ratio' },
    ];
  } finally {
    await server.close();
    rmSync(outDir, { recursive: true });
  }
}

export const engines: Bench = { name: 'engines', run };
