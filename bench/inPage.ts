// Runs a program of this folder in a page of its own in Chromium, bundled as the site is, cross-origin isolated.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { findChromium } from '../scripts/chromium.mjs';
import { isolationHeaders } from '../scripts/isolation.mjs';

const FLAGS = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const PATIENCE_MS = 600_000;

/** What the page's `window.answer` gives for that argument, in a browser of its own. */
export type AskPage<Answer> = (argument: unknown) => Promise<Answer>;

async function ask<Answer>(url: string, argument: unknown): Promise<Answer> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error('Chromium not found: `npm test` installs it or says how to');
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    const page = await browser.newPage();
    const failed = new Promise<never>((_, reject) => page.on('pageerror', reject));
    await page.goto(url);
    const answered = page
      .waitForFunction('window.answer !== undefined', undefined, { timeout: PATIENCE_MS })
      .then(() => page.evaluate<Answer>(`window.answer(${JSON.stringify(argument ?? null)})`));
    return await Promise.race([answered, failed]);
  } finally {
    await browser.close();
  }
}

/** @param folder with the page, relative to this one */
export async function inPage<Answer, Result>(
  folder: string,
  work: (askPage: AskPage<Answer>) => Promise<Result>,
): Promise<Result> {
  const outDir = mkdtempSync(join(tmpdir(), 'bench-'));
  const config = {
    root: fileURLToPath(new URL(folder, import.meta.url)),
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir, target: 'esnext' },
  } as const;
  await build(config);
  const server = await preview({ ...config, preview: { port: 0, headers: isolationHeaders } });
  try {
    return await work((argument) => ask(server.resolvedUrls?.local[0] ?? '', argument));
  } finally {
    await server.close();
    rmSync(outDir, { recursive: true });
  }
}
