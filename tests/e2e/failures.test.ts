// When things go wrong on the built site: each failure is said, and neither the network nor what was measured is lost.
import { closeSync, mkdtempSync, openSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { findChromium } from '../../scripts/chromium.mjs';
import { inference, killThreads, killWorker, prepareInference, watchThreads } from './support/inference.ts';
import { alive, expect, test } from './support/test.ts';

const SMALL = '?scale=0.25&resolution=64';

const latency = (page: Page) => page.locator('[data-testid="latency"][data-value]');
const measured = (page: Page) => latency(page).waitFor({ timeout: 45_000 });

test('a worker that dies is reported, and starts again on request', async ({ visit }) => {
  const page = await visit(SMALL);
  await measured(page);
  await killWorker(page);
  // nobody asks a dead worker anything until the network changes
  await page.getByRole('button', { name: '0.5', exact: true }).click();
  await measured(page);
  expect(new URL(page.url()).search).toBe('?scale=0.5&resolution=64');
});

test('a worker that dies while it measures says so; the network stays', async ({ visit }) => {
  const page = await visit('?scale=2.5&resolution=320');
  await page.getByText('measuring', { exact: false }).first().waitFor({ timeout: 45_000 });
  await killWorker(page);
  await page.getByText('The inference worker ended').first().waitFor();
  expect(await page.getByTestId('total-params').getAttribute('data-value')).not.toBeNull();
  expect(new URL(page.url()).search).toBe('?scale=2.5&resolution=320');
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await page.getByText('The inference worker ended').first().waitFor({ state: 'detached' });
});

test('a full storage is said; the measurement lasts until the page closes', async ({ visit }) => {
  const page = await visit(SMALL);
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.reload();
  await alive(page);
  await measured(page);
  await page.getByText('The browser did not store the measurement').waitFor();
});

test('without WebAssembly the network runs on what remains', async ({ visit }) => {
  const page = await visit(SMALL);
  prepareInference(page, () => {
    Reflect.deleteProperty(self, 'WebAssembly');
  });
  await page.reload();
  await alive(page);
  await measured(page);
  await page.getByText('Devices that cannot be used here').click({ timeout: 45_000 });
  await page.getByText('this browser has no WebAssembly').first().waitFor();
});

test('a picture file that is too large, and a camera that is not there, are named', async ({ visit }) => {
  const page = await visit(SMALL);
  const file = join(mkdtempSync(join(tmpdir(), 'lcnet-picture-')), 'huge.png');
  closeSync(openSync(file, 'w'));
  truncateSync(file, 101e6);
  await page.locator('input[accept="image/*"]').setInputFiles(file);
  await page.getByText('huge.png is larger than 100 MB').waitFor();
  await page.getByRole('button', { name: 'Camera' }).click();
  await page.getByText(/No camera was found|The camera was refused/).waitFor();
  await measured(page);
});

/** A page whose visitor has chosen WebGL, in a browser that has it in software. */
async function withGraphics(use: (page: Page) => Promise<void>): Promise<void> {
  const executablePath = findChromium() ?? '';
  const args = ['--no-sandbox', '--disable-quic', '--enable-unsafe-swiftshader'];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const page = await browser.newPage({ locale: 'en-GB' });
    await page.addInitScript(() => {
      localStorage.setItem('lcnet.device', 'webgl');
    });
    await use(page);
  } finally {
    await browser.close();
  }
}

test('graphics without 32-bit floats are refused, with the reason', { timeout: 120_000 }, () =>
  withGraphics(async (page) => {
    prepareInference(page, () => {
      const { prototype } = WebGL2RenderingContext;
      const getExtension = Reflect.get(prototype, 'getExtension') as (name: string) => unknown;
      Object.assign(prototype, {
        getExtension(this: WebGL2RenderingContext, name: string) {
          return name === 'EXT_color_buffer_float' ? null : getExtension.call(this, name);
        },
      });
    });
    await page.goto(new URL(SMALL, inject('siteUrl')).href);
    await measured(page);
    expect(await page.getByLabel('Device').inputValue()).not.toBe('webgl');
    await page.getByText('with 16 bits only, too coarse for accuracies. The network runs on').waitFor();
  }),
);

test('a lost graphics context is said, and the next measurement opens another', { timeout: 120_000 }, () =>
  withGraphics(async (page) => {
    prepareInference(page, () => {
      // eslint-disable-next-line @typescript-eslint/unbound-method -- given its `this` below
      const { getContext } = OffscreenCanvas.prototype;
      OffscreenCanvas.prototype.getContext = function (this: OffscreenCanvas, ...of: [never]) {
        return Object.assign(self, { newest: getContext.apply(this, of) }).newest;
      } as typeof getContext;
    });
    await page.goto(new URL('?scale=0.1&resolution=32', inject('siteUrl')).href);
    await measured(page);
    await inference(page).evaluate(() => {
      const { newest } = self as unknown as { newest: WebGL2RenderingContext };
      newest.getExtension('WEBGL_lose_context')?.loseContext();
    });
    // the layers are being timed now
    await page.getByText('the graphics context was lost').first().waitFor({ timeout: 45_000 });
    expect(new URL(page.url()).search).toBe('?scale=0.1&resolution=32');
    expect(await latency(page).count()).toBe(1);
    await page.getByRole('button', { name: 'Measure' }).click();
    await page.getByText('the graphics context was lost').first().waitFor({ state: 'detached' });
    await measured(page);
  }),
);

test('when a thread of the kernels ends, that is said, and another device takes over', async ({ visit }) => {
  const page = await visit('?scale=0.25&resolution=96');
  watchThreads(page);
  await page.reload();
  await alive(page);
  const settled = page.getByRole('button', { name: 'Measure', exact: true });
  await settled.waitFor({ timeout: 45_000 });
  const device = page.getByLabel('Device');
  // one core offers one thread
  if (await device.locator('option[value="simd-threads"]').isDisabled()) return;
  await device.selectOption('simd-threads');
  await page
    .getByText(/SIMD kernels, \d threads · LCNet Explorer/)
    .first()
    .waitFor({ timeout: 45_000 });
  await settled.waitFor({ timeout: 45_000 });
  await killThreads(page);
  await settled.click();
  await page.getByText('one of its threads has ended. The network runs on').waitFor({ timeout: 45_000 });
  await settled.waitFor({ timeout: 45_000 });
  expect(await device.inputValue()).not.toBe('simd-threads');
  await measured(page);
}, 240_000);
