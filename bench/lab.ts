// The trade-off lab with every network measured and a measurement running: from a change of the chart to the next paint.
import { chromium, type Page } from 'playwright-core';
import { findChromium } from '../scripts/chromium.mjs';
import { serve } from '../scripts/serve.mjs';
import { quantile, sorted } from '../src/lib/core/tradeoff/timing.ts';
import type { Bench } from './bench.ts';

const TURNS = 80;
const PAUSE_MS = 200;

async function measureAll(page: Page, limit: string): Promise<void> {
  await page.getByLabel('Time limit').selectOption({ label: limit });
  await page.getByRole('button', { name: 'Measure on this device' }).click();
}

/** Switches between linear and logarithmic, which moves every point, its interval and the front. */
const turn = (page: Page): Promise<readonly number[]> =>
  page.evaluate(
    async ({ turns, pauseMs }) => {
      const box = document.querySelector<HTMLInputElement>('input[type="checkbox"]');
      if (!box) throw new Error('no checkbox');
      const paints: number[] = [];
      for (let i = 0; i < turns; i++) {
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
        const begin = performance.now();
        box.click();
        await new Promise<void>((resolve) => {
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve();
            port2.postMessage(undefined);
          });
        });
        paints.push(performance.now() - begin);
      }
      return paints;
    },
    { turns: TURNS, pauseMs: PAUSE_MS },
  );

export const lab: Bench = {
  name: 'lab',
  run: async () => {
    const executablePath = findChromium();
    if (executablePath === undefined)
      throw new Error('Chromium not found: `npm test` installs it or says how to');
    const site = await serve({ port: 0 });
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-quic'] });
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.goto(`${site.url}tradeoff/`);
      await page.waitForSelector('html[data-alive]');
      await page.getByRole('button', { name: 'All', exact: true }).click();
      await measureAll(page, '10 s');
      await page.getByText(/^Done: /).waitFor({ timeout: 240_000 });
      const points = await page.locator('circle[data-point]').count();
      await measureAll(page, '10 min');
      await page.getByText(/^Round/).waitFor({ timeout: 240_000 });
      const times = sorted(await turn(page));
      if (!(await page.getByText(/^Round/).count())) throw new Error('no measurement was running');
      return [
        { name: 'points with intervals in the chart', value: points, unit: 'count' },
        { name: 'a change of the chart to paint, median', value: quantile(times, 0.5), unit: 'ms' },
        { name: 'a change of the chart to paint, p95', value: quantile(times, 0.95), unit: 'ms', limit: 50 },
      ];
    } finally {
      await browser.close();
      await site.close();
    }
  },
};
