// Whether every device of the browser says the same of the first 1,000 test images as wasm does, on the built site.
import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../scripts/chromium.mjs';
import { serve } from '../scripts/serve.mjs';
import { DEVICE_IDS, type DeviceId } from '../src/lib/engines/devices.ts';
import type { Bench, Figure } from './bench.ts';

const FLAGS = ['--no-sandbox', '--disable-quic', '--enable-unsafe-swiftshader'];
const GPU = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];
const NETWORK = '?task=fashion-mnist&scale=0.25';
const IMAGES = 1000;
/** Graphics in software need minutes; the plain loops of the reference would need an hour. */
const PATIENCE_MS = 600_000;
const DEVICES: readonly DeviceId[] = DEVICE_IDS.filter((id) => id !== 'reference');

/** Predicted class of each of the first images, on that device; undefined where it does not work here. */
async function predictions(
  browser: Browser,
  url: string,
  device: DeviceId,
): Promise<readonly number[] | undefined> {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await page.addInitScript((id) => localStorage.setItem('lcnet.device', id), device);
  await page.goto(url + NETWORK);
  // when latency is measured, the first images have been tried and stored
  await page.waitForSelector('[data-testid="latency"][data-value]', { timeout: PATIENCE_MS });
  const used = await page.getByLabel('Device').inputValue();
  const found = await page.evaluate(
    () =>
      new Promise<readonly number[]>((resolve, reject) => {
        const request = indexedDB.open('lcnet-trials');
        request.onerror = () => reject(new Error('no predictions'));
        request.onsuccess = () => {
          const all = request.result.transaction('trials').objectStore('trials').getAll();
          all.onsuccess = () => resolve([...(all.result[0] as { predictions: Uint8Array }).predictions]);
          all.onerror = () => reject(new Error('no predictions'));
        };
      }),
  );
  await context.close();
  return used === device ? found.slice(0, IMAGES) : undefined;
}

export const agreement: Bench = {
  name: 'agreement',
  run: async () => {
    const executablePath = findChromium();
    if (executablePath === undefined)
      throw new Error('Chromium not found: `npm test` installs it or says how to');
    const site = await serve({ port: 0 });
    const browser = await chromium.launch({ executablePath, args: [...FLAGS, ...GPU] });
    try {
      const figures: Figure[] = [];
      const expected = await predictions(browser, site.url, 'wasm');
      for (const device of DEVICES.filter((id) => id !== 'wasm')) {
        const found = await predictions(browser, site.url, device);
        if (!expected || !found) continue;
        figures.push({
          name: `x0.25, ${device}: of ${IMAGES} images, otherwise classified than on wasm`,
          value: found.filter((label, i) => label !== expected[i]).length,
          unit: 'count',
          limit: 0,
        });
      }
      return figures;
    } finally {
      await browser.close();
      await site.close();
    }
  },
};
