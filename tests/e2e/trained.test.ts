// Trained networks in the built site: accuracy measured knob by knob, its chart, images and mistakes; damage, no connection, a reload.
import type { Page } from 'playwright-core';
import { describe, inject } from 'vitest';
import { FAMILIES } from '../../src/lib/core/families/index.ts';
import { exportSafetensors } from '../../src/lib/core/interchange/exportWeights.ts';
import { TRAINED_DEFAULTS } from '../../src/lib/core/trained/covers.ts';
import { WEIGHTS } from '../../src/lib/core/trained/files.ts';
import { untrainedWeights } from '../../src/lib/core/weights/untrained.ts';
import { seriousFindings } from './support/accessibility.ts';
import { killWorker } from './support/inference.ts';
import { alive, expect, test } from './support/test.ts';

const FIRST = 1000;

/** The accuracy as soon as it comes from that many images or more. */
async function accuracy(page: Page, images = FIRST): Promise<number> {
  await page.waitForFunction(
    (least) => Number(document.querySelector('[data-testid=accuracy]')?.getAttribute('data-images')) >= least,
    images,
    { timeout: 90_000 },
  );
  return Number(await page.getByTestId('accuracy').getAttribute('data-value'));
}

const points = (page: Page, count: number) =>
  page.locator(`svg[data-points="${count}"]`).waitFor({ timeout: 60_000 });

describe('the task with trained weights', () => {
  test('gives every network an accuracy and a point in the chart', async ({ visit }) => {
    const page = await visit('?task=fashion-mnist&scale=0.25');
    expect(await accuracy(page)).toBeGreaterThan(85);
    await points(page, 1);
    await page.getByRole('switch', { name: 'SE, block 1', exact: true }).check();
    expect(await page.getByTestId('accuracy').getAttribute('data-value')).toBeNull();
    expect(await accuracy(page)).toBeGreaterThan(85);
    await points(page, 2);
    // back: what is known is there at once
    await page.goBack();
    await accuracy(page);
    // and from all images in the end
    await accuracy(page, 10_000);
    await page.getByText('on 10,000 of 10,000 test images').waitFor();
    await page.reload();
    await alive(page);
    await accuracy(page, 10_000);
  });

  test('without weights for a setting it says which, and leads to the nearest network', async ({ visit }) => {
    const page = await visit('?task=fashion-mnist&scale=0.25&activation=relu');
    await page.getByText('No trained weights for this: activation').waitFor();
    await page.getByRole('button', { name: 'Nearest trained network' }).click();
    expect(new URL(page.url()).search).toBe('?task=fashion-mnist&scale=0.25');
    await accuracy(page);
  });

  test('images are browsed: mistakes, a cell of the matrix, where two networks differ', async ({ visit }) => {
    const page = await visit('?task=fashion-mnist&scale=0.25');
    await accuracy(page);
    const gallery = page.getByTestId('test-images');
    const count = async () => Number(await gallery.getAttribute('data-count'));
    expect(await count()).toBe(10_000);
    await page.getByRole('radio', { name: 'mistakes' }).check({ force: true });
    expect(await count()).toBeGreaterThan(20);
    expect(await count()).toBeLessThan(2000);

    const image = gallery.getByRole('button').first();
    const [, number, label] =
      /Image (\d+): ([\w/ -]+), taken for/.exec((await image.getAttribute('aria-label')) ?? '') ?? [];
    await image.click();
    await page.getByAltText(`The picture given to the network: Fashion-MNIST ${number}`).first().waitFor();
    await page.getByText(`It is: ${label}`).waitFor();
    await page.getByText('Class activation map').waitFor();

    await page.getByText('Confusion matrix').click();
    await page.getByRole('button', { name: /^Shirt taken for T-shirt\/top: / }).click();
    await page.getByText('Shirt taken for T-shirt/top', { exact: true }).waitFor();
    const first = await gallery.getByRole('button').first().getAttribute('aria-label');
    expect(first).toMatch(/Shirt, taken for T-shirt\/top/);
    expect(await seriousFindings(page)).toEqual([]);
  });

  test('class scores stay while a knob turns, marked as old, and go when nothing newer comes', async ({
    visit,
  }) => {
    const page = await visit('?task=fashion-mnist&scale=0.25');
    await accuracy(page, 10_000);
    const scores = page.getByRole('list', { name: 'Class scores' });
    const turn = (value: string) =>
      page.evaluate(async (scale) => {
        const slider = document.querySelector<HTMLInputElement>('input[type=range]');
        if (slider) slider.value = scale;
        slider?.dispatchEvent(new Event('input', { bubbles: true }));
        await Promise.resolve();
        const list = document.querySelector('ol[aria-label="Class scores"]');
        return { busy: list?.getAttribute('aria-busy'), text: list?.textContent };
      }, value);
    const old = await turn('0.3');
    expect(old.busy).toBe('true');
    expect(old.text).not.toContain('—');
    await accuracy(page);
    expect(await scores.getAttribute('aria-busy')).toBe('false');
    await page.getByText('Class activation map').waitFor();

    await turn('0.35');
    await page.getByRole('button', { name: 'Stop' }).first().click();
    await page.getByText('Class activation map').waitFor({ state: 'detached' });
    expect(await scores.textContent()).toContain('—');
    expect(await scores.getAttribute('aria-busy')).toBe('false');
  });

  test('a spread of networks is tried by itself, and can be stopped', async ({ visit }) => {
    const page = await visit('?task=fashion-mnist&scale=0.25');
    await accuracy(page);
    await points(page, 1);
    await page.getByRole('button', { name: 'Try 8 networks' }).click();
    await points(page, 3);
    await page.getByRole('complementary').getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('button', { name: 'Try 8 networks' }).waitFor();
    // the present network goes on
    await accuracy(page, 10_000);
  });
});

test('imported weights are tried in place of those that come along, and never taken for them', async ({
  visit,
}) => {
  const config = { ...TRAINED_DEFAULTS, scale: 0.25 };
  const weights = untrainedWeights({ graph: FAMILIES.pplcnet.build(config), seed: 1 });
  const buffer = Buffer.from(exportSafetensors({ config, weights }));
  const page = await visit('?task=fashion-mnist&scale=0.25');
  expect(await accuracy(page)).toBeGreaterThan(85);
  await points(page, 1);
  await page.getByRole('button', { name: 'Import …' }).click();
  const file = { name: 'mine.safetensors', mimeType: 'application/octet-stream', buffer };
  await page.locator('dialog input[type=file]').setInputFiles(file);
  await page.getByText('tried on the Fashion-MNIST test images').waitFor();
  await page.getByRole('button', { name: 'Use this network' }).click();
  await page.getByText('imported weights of mine.safetensors').waitFor({ timeout: 60_000 });
  // nobody has trained them
  expect(await accuracy(page)).toBeLessThan(50);
  await points(page, 2);
  await page.getByRole('button', { name: 'Import …' }).click();
  await page.getByRole('button', { name: 'Drop them' }).click();
  await page.keyboard.press('Escape');
  expect(await accuracy(page)).toBeGreaterThan(85);
});

describe('while images are tried', () => {
  test('a knob turned fast ends with the accuracy of the last network', async ({ visit }) => {
    const page = await visit('?task=fashion-mnist&scale=0.25&last-conv=0');
    await accuracy(page);
    await points(page, 1);
    const first = page.getByRole('switch', { name: 'SE, block 1', exact: true });
    for (let turn = 0; turn < 7; turn += 1) {
      await first.setChecked(turn % 2 === 0);
      await page.waitForTimeout(60);
    }
    // of all images: while they are tried, the figure is of ever more of them
    const shown = await accuracy(page, 10_000);
    await points(page, 2);
    const alone = await visit(new URL(page.url()).search);
    expect(await accuracy(alone, 10_000), 'asked for alone').toBe(shown);
  });

  test('a worker that dies says so, and what was measured stays', async ({ visit }) => {
    const page = await visit('?task=fashion-mnist&scale=0.25&last-conv=0');
    await accuracy(page, 10_000);
    await page.getByRole('switch', { name: 'SE, block 1', exact: true }).check();
    await accuracy(page);
    await killWorker(page);
    await page.getByText('The inference worker ended').first().waitFor();
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await accuracy(page, 10_000);
    await page.goBack();
    await accuracy(page, 10_000);
  });

  test('a drawing needs no mouse', async ({ visit }) => {
    const page = await visit('?task=fashion-mnist&scale=0.25&last-conv=0');
    await accuracy(page);
    await page.getByText('Draw', { exact: true }).click();
    await page.getByRole('application').focus();
    await page.keyboard.press('Space');
    for (let step = 0; step < 8; step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.getByAltText('The picture given to the network: My drawing').first().waitFor();
  });
});

describe('files', () => {
  test('that come damaged are a clear error, and a retry mends it', async ({ browser }) => {
    const context = await browser.newContext({ locale: 'en-GB' });
    const page = await context.newPage();
    let damaged = true;
    await context.route('**/weights/*.safetensors', async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      if (damaged) body.fill(7, 100_000, 100_016);
      await route.fulfill({ response, body });
    });
    await page.goto(new URL('?task=fashion-mnist&scale=0.25', inject('siteUrl')).href);
    await alive(page);
    await page.getByText(`${WEIGHTS.path} arrived damaged`).first().waitFor({ timeout: 60_000 });
    damaged = false;
    await page.getByRole('button', { name: 'Try again' }).first().click();
    expect(await accuracy(page)).toBeGreaterThan(85);
    await context.close();
  });

  test('are kept: after the first visit everything works without a connection', async ({ browser }) => {
    const context = await browser.newContext({ locale: 'en-GB' });
    const page = await context.newPage();
    await page.goto(new URL('?task=fashion-mnist&scale=0.25', inject('siteUrl')).href);
    await alive(page);
    await accuracy(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    // what the service worker kept, and nothing else
    await (await context.newCDPSession(page)).send('Network.clearBrowserCache');
    await context.setOffline(true);
    await page.reload();
    await alive(page);
    await page.getByRole('switch', { name: 'SE, block 2', exact: true }).check();
    expect(await accuracy(page)).toBeGreaterThan(85);
    await context.close();
  });
});
