// Trained networks on the built site: from the turn of a knob to the accuracy on the first 1,000 images, and images per second on each device.
import { chromium, type Page } from 'playwright-core';
import { findChromium } from '../scripts/chromium.mjs';
import { serve } from '../scripts/serve.mjs';
import { quantile, sorted } from '../src/lib/core/tradeoff/timing.ts';
import type { Bench, Figure } from './bench.ts';

const FLAGS = ['--no-sandbox', '--disable-quic', '--enable-unsafe-swiftshader'];
const GPU = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];
/** Whose SE is switched on first, on each device: every turn makes a network that was not tried before. */
const FIRST_BLOCK = {
  simd: 1,
  'simd-threads': 3,
  wasm: 5,
  'wasm-threads': 7,
  webgl: 9,
  webgpu: 10,
  cpu: 11,
} as const;
const IMAGES = 1000;
/** Slow devices are watched for this long. */
const WATCH_MS = 20_000;
const TURNS = 3;

interface Trial {
  /** From the turn to the accuracy on so many images; absent where that took too long. */
  readonly ms: number | undefined;
  readonly perSecond: number;
}

/** Turns the switch of a block and watches the number of images behind the accuracy. */
const turn = (page: Page, block: number): Promise<Trial> =>
  page.evaluate(
    async ({ name, images, watchMs }) => {
      const knob = document.querySelector<HTMLElement>(`[role="switch"][aria-label="${name}"]`);
      if (!knob) throw new Error(`no ${name}`);
      const begin = performance.now();
      knob.click();
      const seen: (readonly [images: number, ms: number])[] = [];
      await new Promise<void>((resolve) => {
        const watch = setInterval(() => {
          const figure = document.querySelector('[data-testid="accuracy"]');
          const count = Number(figure?.getAttribute('data-images') ?? 0);
          const ms = performance.now() - begin;
          if (count > (seen.at(-1)?.[0] ?? 0)) seen.push([count, ms]);
          if (count < images && (ms < watchMs || seen.length < 2)) return;
          clearInterval(watch);
          resolve();
        }, 4);
      });
      const [first, last] = [seen[0], seen.at(-1)];
      if (!first || !last) throw new Error('no images');
      return {
        ms: last[0] >= images ? last[1] : undefined,
        perSecond: (1000 * (last[0] - first[0])) / (last[1] - first[1]),
      };
    },
    { name: `SE, block ${block}`, images: IMAGES, watchMs: WATCH_MS },
  );

/** Until nothing runs. */
const settled = (page: Page) =>
  page.getByRole('button', { name: 'Measure', exact: true }).waitFor({ timeout: 240_000 });

async function onDevice(page: Page, device: string, block: number): Promise<readonly Trial[]> {
  await page.getByLabel('Device').selectOption(device);
  const trials: Trial[] = [];
  for (let i = 0; i < (/simd|wasm/.test(device) ? TURNS : 1); i++) trials.push(await turn(page, block + i));
  return trials;
}

export const trained: Bench = {
  name: 'trained',
  run: async () => {
    const executablePath = findChromium();
    if (executablePath === undefined)
      throw new Error('Chromium not found: `npm test` installs it or says how to');
    const site = await serve({ port: 0 });
    const browser = await chromium.launch({ executablePath, args: [...FLAGS, ...GPU] });
    const figures: Figure[] = [];
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
      await page.goto(`${site.url}?task=fashion-mnist&scale=0.5`);
      await page.waitForSelector('html[data-alive]');
      await settled(page);
      for (const [device, block] of Object.entries(FIRST_BLOCK)) {
        const option = page.locator(`option[value="${device}"]`);
        if (await option.first().isDisabled()) continue;
        const trials = await onDevice(page, device, block);
        const times = trials.flatMap(({ ms }) => ms ?? []);
        if (times.length > 0)
          figures.push({
            name: `x0.5, ${device}: a knob to its first 1,000 images`,
            value: quantile(sorted(times), 0.5),
            unit: 'ms',
            ...(device === 'wasm' ? { limit: 3000 } : {}),
          });
        const rates = sorted(trials.map(({ perSecond }) => perSecond));
        figures.push({
          name: `x0.5, ${device}: images per second`,
          value: quantile(rates, 0.5),
          unit: '1/s',
          ...(device === 'wasm' ? { least: 1000 } : {}),
        });
      }
      return figures;
    } finally {
      await browser.close();
      await site.close();
    }
  },
};
