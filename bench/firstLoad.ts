// First load: gzipped JavaScript that the built page asks for before it answers to a knob.
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { findChromium } from '../scripts/chromium.mjs';
import { serve } from '../scripts/serve.mjs';
import type { Bench } from './bench.ts';

export const firstLoad: Bench = {
  name: 'first load',
  run: async () => {
    const executablePath = findChromium();
    if (executablePath === undefined)
      throw new Error('Chromium not found: `npm test` installs it or says how to');
    const site = await serve({ port: 0 });
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-quic'] });
    try {
      const page = await browser.newPage();
      await page.addInitScript(() => {
        new MutationObserver((_, observer) => {
          if (document.documentElement.dataset.alive === undefined) return;
          performance.mark('alive');
          observer.disconnect();
        }).observe(document, { attributes: true, subtree: true });
      });
      await page.goto(site.url);
      await page.waitForFunction(() => performance.getEntriesByName('alive').length > 0);
      // what the page has loaded by the moment it is alive, by its own account; sizes as gzip would send them
      const scripts = await page.evaluate(() => {
        const alive = performance.getEntriesByName('alive')[0]?.startTime ?? Infinity;
        const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
        return entries
          .filter((e) => e.name.endsWith('.js') && e.startTime < alive && !e.name.includes('/workers/'))
          .map((e) => e.name);
      });
      const sizes = await Promise.all(
        scripts.map(async (url) => gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length),
      );
      const total = sizes.reduce((sum, size) => sum + size, 0) / 1000;
      return [
        {
          name: `JavaScript before the page is alive, ${scripts.length} files`,
          value: total,
          unit: 'kB',
          limit: 90,
        },
      ];
    } finally {
      await browser.close();
      await site.close();
    }
  },
};
