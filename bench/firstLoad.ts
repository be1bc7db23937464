// First load: gzipped JavaScript that pages of the built site ask for before they answer to a knob.
import { gzipSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../scripts/chromium.mjs';
import { serve } from '../scripts/serve.mjs';
import type { Bench, Figure } from './bench.ts';

const PAGES = [
  { page: 'Explore', path: '' },
  { page: 'the lessons', path: 'lessons/' },
  { page: 'a step', path: 'lessons/fast/equal/' },
] as const;
const LIMIT_KB = 90;

/** Addresses of what a page has loaded by the moment it is alive, by its own account. */
async function scriptsOf(browser: Browser, url: string): Promise<readonly string[]> {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.documentElement.dataset.alive === undefined) return;
      performance.mark('alive');
      observer.disconnect();
    }).observe(document, { attributes: true, subtree: true });
  });
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName('alive').length > 0);
  const scripts = await page.evaluate(() => {
    const alive = performance.getEntriesByName('alive')[0]?.startTime ?? Infinity;
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return entries
      .filter((e) => e.name.endsWith('.js') && e.startTime < alive && !e.name.includes('/workers/'))
      .map((e) => e.name);
  });
  await page.close();
  return scripts;
}

/** As gzip would send it. */
const gzippedBytes = async (url: string): Promise<number> =>
  gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length;

export const firstLoad: Bench = {
  name: 'first load',
  run: async () => {
    const executablePath = findChromium();
    if (executablePath === undefined)
      throw new Error('Chromium not found: `npm test` installs it or says how to');
    const site = await serve({ port: 0 });
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-quic'] });
    try {
      const figures: Figure[] = [];
      for (const { page, path } of PAGES) {
        const scripts = await scriptsOf(browser, new URL(path, site.url).href);
        const sizes = await Promise.all(scripts.map(gzippedBytes));
        figures.push({
          name: `JavaScript before ${page} is alive, ${scripts.length} files`,
          value: sizes.reduce((sum, size) => sum + size, 0) / 1000,
          unit: 'kB',
          limit: LIMIT_KB,
        });
      }
      return figures;
    } finally {
      await browser.close();
      await site.close();
    }
  },
};
