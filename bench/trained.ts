// Trained networks on the built site: from the turn of a knob to the accuracy on the first 1,000 images, and images per second on each device.
import { chromium, type Page } from 'playwright-core';
import { findChromium } from '../scripts/chromium.mjs';
import { serve } from '../scripts/serve.mjs';
import { quantile, sorted } from '../src/lib/core/tradeoff/timing.ts';
import type { Bench, Figure } from './bench.ts';

const FLAGS = ['--no-sandbox', '--disable-quic', '--enable-unsafe-swiftshader'];
const GPU = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];
const FAST: readonly string[] = ['simd', 'simd-threads', 'wasm', 'wasm-threads'];
const SLOW: readonly string[] = ['webgl', 'webgpu', 'cpu'];
const IMAGES = 1000;
const ALL = 10_000;
/** Slow devices are watched for this long. */
const WATCH_MS = 30_000;
const ROUNDS = 4;

interface Trial {
  /** From the turn to the accuracy on so many images; absent where that took too long. */
  readonly ms: number | undefined;
  readonly perSecond: number;
}

/** Turns the switch of a block and watches the number of images behind the accuracy. */
async function turn(page: Page, block: number): Promise<Trial> {
  const seen = await page.evaluate(
    async ({ name, all, watchMs }) => {
      const knob = document.querySelector<HTMLElement>(`[role="switch"][aria-label="${name}"]`);
      if (!knob) throw new Error(`no ${name}`);
      const begin = performance.now();
      knob.click();
      const counts: (readonly [images: number, ms: number])[] = [];
      await new Promise<void>((resolve) => {
        const watch = setInterval(() => {
          const figure = document.querySelector('[data-testid="accuracy"]');
          const count = Number(figure?.getAttribute('data-images') ?? 0);
          const ms = performance.now() - begin;
          if (count > (counts.at(-1)?.[0] ?? 0)) counts.push([count, ms]);
          if (count < all && (ms < watchMs || counts.length < 2)) return;
          clearInterval(watch);
          resolve();
        }, 4);
      });
      return counts;
    },
    { name: `SE, block ${block}`, all: ALL, watchMs: WATCH_MS },
  );
  // between the first images and the others the latency is measured
  const others = seen.filter(([count]) => count > IMAGES);
  const [first, last] = others.length > 1 ? [others[0], others.at(-1)] : [seen[0], seen.at(-1)];
  if (!first || !last) throw new Error('no images');
  return {
    ms: seen.find(([count]) => count >= IMAGES)?.[1],
    perSecond: (1000 * (last[0] - first[0])) / (last[1] - first[1]),
  };
}

/** Until nothing runs. */
const settled = (page: Page) =>
  page.getByRole('button', { name: 'Measure', exact: true }).waitFor({ timeout: 240_000 });

/** Of the `n`-th turn: as the bits of a Gray code change, so that every turn makes a network that was not tried before. */
const blockOf = (n: number): number => 1 + Math.log2(n & -n);

/** Fast devices round by round, so that all see the same machine; then each slow one, which never comes to the last image. */
async function onDevices(page: Page): Promise<ReadonlyMap<string, readonly Trial[]>> {
  const trials = new Map<string, readonly Trial[]>();
  let turns = 0;
  const fast = Array.from({ length: ROUNDS }, () => FAST).flat();
  for (const device of [...fast, ...SLOW]) {
    const option = page.locator(`option[value="${device}"]`);
    if (await option.first().isDisabled()) continue;
    await page.getByLabel('Device').selectOption(device);
    if (FAST.includes(device)) await settled(page);
    trials.set(device, [...(trials.get(device) ?? []), await turn(page, blockOf(++turns))]);
  }
  return trials;
}

const rateName = (device: string): string => `x0.5, ${device}: images per second`;

/** Our kernels against TensorFlow.js, with the number of threads at which each is faster. */
function ratio(figures: readonly Figure[]): Figure {
  const best = (...devices: readonly string[]) =>
    Math.max(...figures.filter(({ name }) => devices.map(rateName).includes(name)).map(({ value }) => value));
  return {
    name: 'x0.5, images per second: our kernels / tfjs-wasm, best threads of each',
    value: best('simd', 'simd-threads') / best('wasm', 'wasm-threads'),
    unit: 'ratio',
    least: 2,
  };
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
      for (const [device, trials] of await onDevices(page)) {
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
          name: rateName(device),
          value: quantile(rates, 0.5),
          unit: '1/s',
          ...(device === 'wasm' ? { least: 1000 } : {}),
        });
      }
      return [...figures, ratio(figures)];
    } finally {
      await browser.close();
      await site.close();
    }
  },
};
