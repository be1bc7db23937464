// A knob turn in the built page, while inference runs: work on the main thread, and how long until the change is on screen.
import { chromium, type Page } from 'playwright-core';
import { findChromium } from '../scripts/chromium.mjs';
import { serve } from '../scripts/serve.mjs';
import { quantile, sorted } from '../src/lib/core/tradeoff/timing.ts';
import type { Bench } from './bench.ts';

const TURNS = 120;
const WARMUP = 20;
/** Longer than the page waits before it runs a network, shorter than it measures: at every turn a network runs. */
const PAUSE_MS = 450;

interface Turn {
  /** Script, style and layout, in ms. */
  readonly work: number;
  /** From the knob to after the next paint, in ms. */
  readonly paint: number;
}

/** Turns the scale as a drag does: one input event at a time. */
const turnKnob = (page: Page, steps: { readonly turns: number; readonly pauseMs: number }) =>
  page.evaluate(async ({ turns, pauseMs }): Promise<readonly Turn[]> => {
    const slider = document.querySelector<HTMLInputElement>('input[type="range"]');
    if (!slider) throw new Error('no slider');
    const results: Turn[] = [];
    for (let i = 0; i < turns; i++) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      const begin = performance.now();
      slider.value = String(0.5 + (i % 40) / 20);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      // the page is updated in a microtask; asking for a size makes the browser do style and layout at once
      await Promise.resolve();
      document.body.getBoundingClientRect();
      const work = performance.now() - begin;
      await new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve();
          port2.postMessage(undefined);
        });
      });
      results.push({ work, paint: performance.now() - begin });
    }
    return results;
  }, steps);

async function turns(url: string): Promise<readonly Turn[]> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error('Chromium not found: `npm test` installs it or says how to');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-quic'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(url);
    await page.waitForSelector('[data-testid="latency"][data-value]', { timeout: 60_000 });
    await turnKnob(page, { turns: WARMUP, pauseMs: PAUSE_MS });
    const timed = await turnKnob(page, { turns: TURNS, pauseMs: PAUSE_MS });
    if (await page.locator('[data-testid="latency"][data-value]').count())
      throw new Error('no network was running while the knob was turned');
    return timed;
  } finally {
    await browser.close();
  }
}

export const knob: Bench = {
  name: 'knob',
  run: async () => {
    const site = await serve({ port: 0 });
    try {
      const timed = await turns(site.url);
      const of = (key: keyof Turn, q: number) => quantile(sorted(timed.map((turn) => turn[key])), q);
      return [
        { name: 'turn of a knob, main thread, median', value: of('work', 0.5), unit: 'ms' },
        { name: 'turn of a knob, main thread, p95', value: of('work', 0.95), unit: 'ms', limit: 8 },
        { name: 'turn of a knob to paint, median', value: of('paint', 0.5), unit: 'ms' },
        { name: 'turn of a knob to paint, p95', value: of('paint', 0.95), unit: 'ms', limit: 50 },
      ];
    } finally {
      await site.close();
    }
  },
};
