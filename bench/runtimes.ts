// Our kernels against tfjs-wasm and against onnxruntime-web on the ONNX files that this program exports: batch 1, Chromium, one thread and two.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { findChromium } from '../scripts/chromium.mjs';
import { isolationHeaders } from '../scripts/isolation.mjs';
import type { Bench, Figure } from './bench.ts';
import type { Medians } from './runtimes/page.ts';

const root = fileURLToPath(new URL('./runtimes/', import.meta.url));
const FLAGS = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'];

/** A browser of its own for each number of threads: neither runtime changes it once it runs. */
async function measure(url: string): Promise<readonly Medians[]> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error('Chromium not found: `npm test` installs it or says how to');
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    const page = await browser.newPage();
    const failed = new Promise<never>((_, reject) => page.on('pageerror', reject));
    await page.goto(url);
    await Promise.race([
      page.waitForFunction('window.medians !== undefined', undefined, { timeout: 600_000 }),
      failed,
    ]);
    return await page.evaluate<readonly Medians[]>('window.medians');
  } finally {
    await browser.close();
  }
}

const isPpLcnet = (name: string): boolean => name.startsWith('PP-LCNet');

/** One network, as it was measured with one thread and with two. */
function figuresOf(one: Medians, two: Medians): readonly Figure[] {
  const { name } = one;
  const each = [
    ['1 thread', one],
    ['2 threads', two],
  ] as const;
  const times = each.flatMap(([threads, medians]): readonly Figure[] => [
    { name: `${name}, ${threads}: our kernels`, value: medians.kernels, unit: 'ms' },
    { name: `${name}, ${threads}: tfjs-wasm`, value: medians.tfjs, unit: 'ms' },
    { name: `${name}, ${threads}: onnxruntime-web`, value: medians.ort, unit: 'ms' },
    {
      name: `${name}, ${threads}: our kernels / onnxruntime-web`,
      value: medians.kernels / medians.ort,
      unit: 'ratio',
      limit: isPpLcnet(name) ? 0.5 : 0.7,
    },
  ]);
  // both runs have our kernels on one thread: in those, what was measured in different runs can be compared
  const ours = Math.min(1, two.kernels / two.oneThread);
  const theirs = Math.min(one.tfjs / one.oneThread, two.tfjs / two.oneThread);
  return [
    ...times,
    {
      name: `${name}: our kernels / tfjs-wasm, best threads of each`,
      value: ours / theirs,
      unit: 'ratio',
      limit: isPpLcnet(name) ? 0.65 : 0.8,
    },
    {
      name: `${name}: our kernels, two threads / one`,
      value: two.kernels / two.oneThread,
      unit: 'ratio',
      ...(name === 'PP-LCNet x1' && { limit: 0.6 }),
    },
    {
      name: `${name}: our kernels, compiled in`,
      value: one.compileMs,
      unit: 'ms',
      ...(name === 'PP-LCNet x1' && { limit: 20 }),
    },
  ];
}

async function run(): Promise<readonly Figure[]> {
  const outDir = mkdtempSync(join(tmpdir(), 'bench-'));
  const config = {
    root,
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir, target: 'esnext' },
  } as const;
  await build(config);
  const server = await preview({ ...config, preview: { port: 0, headers: isolationHeaders } });
  try {
    const url = server.resolvedUrls?.local[0] ?? '';
    const one = await measure(`${url}?threads=1`);
    const two = await measure(`${url}?threads=2`);
    return one.flatMap((medians, i) => figuresOf(medians, two[i] as Medians));
  } finally {
    await server.close();
    rmSync(outDir, { recursive: true });
  }
}

export const runtimes: Bench = { name: 'runtimes', run };
