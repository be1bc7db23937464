// Our tfjs path against onnxruntime-web on the ONNX files that this program exports: batch 1, Chromium, one thread and two.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { findChromium } from '../scripts/chromium.mjs';
import { isolationHeaders } from '../scripts/isolation.mjs';
import type { Bench, Figure } from './bench.ts';
import type { Pair } from './runtimes/page.ts';

const root = fileURLToPath(new URL('./runtimes/', import.meta.url));
const FLAGS = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'];

/** A browser of its own for each number of threads: neither runtime changes it once it runs. */
async function measure(url: string): Promise<readonly Pair[]> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error('Chromium not found: `npm test` installs it or says how to');
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    const page = await browser.newPage();
    const failed = new Promise<never>((_, reject) => page.on('pageerror', reject));
    await page.goto(url);
    await Promise.race([
      page.waitForFunction('window.pairs !== undefined', undefined, { timeout: 600_000 }),
      failed,
    ]);
    return await page.evaluate<readonly Pair[]>('window.pairs');
  } finally {
    await browser.close();
  }
}

const figuresOf =
  (threads: number) =>
  ({ name, oursMs, ortMs }: Pair): readonly Figure[] => {
    const what = `${name}, ${threads} thread${threads === 1 ? '' : 's'}`;
    return [
      { name: `${what}: tfjs-wasm, this program`, value: oursMs, unit: 'ms' },
      { name: `${what}: onnxruntime-web`, value: ortMs, unit: 'ms' },
      { name: `${what}: this program / onnxruntime-web`, value: oursMs / ortMs, unit: 'ratio' },
    ];
  };

async function run(): Promise<readonly Figure[]> {
  const outDir = mkdtempSync(join(tmpdir(), 'bench-'));
  const config = {
    root,
    configFile: false,
    logLevel: 'error',
    build: { outDir, target: 'esnext' },
  } as const;
  await build(config);
  const server = await preview({ ...config, preview: { port: 0, headers: isolationHeaders } });
  try {
    const figures: Figure[] = [];
    for (const threads of [1, 2]) {
      const pairs = await measure(`${server.resolvedUrls?.local[0] ?? ''}?threads=${threads}`);
      figures.push(...pairs.flatMap(figuresOf(threads)));
    }
    return figures;
  } finally {
    await server.close();
    rmSync(outDir, { recursive: true });
  }
}

export const runtimes: Bench = { name: 'runtimes', run };
