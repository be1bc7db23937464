// The whole loop on the built site, as a visitor works it: edit, count, draw, run, plot.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, inject } from 'vitest';
import { seriousFindings } from './support/accessibility.ts';
import { expect, test } from './support/test.ts';

const figure = async (page: Page, id: string): Promise<number> =>
  Number(await page.getByTestId(id).getAttribute('data-value'));

/** Resolves when the network on screen has been measured on this device. */
const measured = (page: Page): Promise<unknown> =>
  page.waitForSelector('[data-testid="latency"][data-value]', { timeout: 45_000 });

describe('edit and count', () => {
  test('every knob moves the counts and the address at once', async ({ visit }) => {
    const page = await visit();
    expect(await figure(page, 'total-macs')).toBe(155700480);
    expect(await figure(page, 'accuracy')).toBe(71.32);

    await page.getByRole('slider', { name: 'Scale' }).fill('0.5');
    expect(await figure(page, 'total-params')).toBe(1879576);
    expect(await figure(page, 'total-flops')).toBe(47284832);
    expect(new URL(page.url()).search).toBe('?scale=0.5');

    await page
      .getByRole('group', { name: 'Kernel size, block 7', exact: true })
      .getByRole('radio', { name: '3' })
      .check();
    await page.getByRole('switch', { name: 'SE, block 7', exact: true }).check();
    expect(new URL(page.url()).search).toBe('?scale=0.5&kernels=3333333555555&se=0000001000011');
    expect(await page.getByTestId('accuracy').getAttribute('data-value')).toBeNull();
  });

  test('Back, Forward and Ctrl+Z undo and redo', async ({ visit }) => {
    const page = await visit();
    await page.getByRole('button', { name: '0.25', exact: true }).click();
    await page.getByRole('button', { name: '2.5', exact: true }).click();
    await page.goBack();
    expect(await figure(page, 'total-macs')).toBe(16773440);
    await page.keyboard.press('Control+z');
    await page.waitForFunction(() => location.search === '');
    expect(await figure(page, 'total-macs')).toBe(155700480);
    await page.goForward();
    await page.waitForFunction(() => location.search === '?scale=0.25');
    expect(await figure(page, 'total-macs')).toBe(16773440);
  });

  test('a paper experiment sets the network and shows the published accuracy', async ({ visit }) => {
    const page = await visit();
    await page.getByText("The paper's experiments").click();
    await page.getByRole('button', { name: '1111111111111' }).first().click();
    expect(await figure(page, 'accuracy')).toBe(64.27);
    expect(await figure(page, 'total-macs')).toBe(44777248);
  });

  test('the last convolution gets a bias by its switch', async ({ visit }) => {
    const page = await visit();
    await page.getByText('More settings').click();
    await page.getByRole('switch', { name: 'Bias of the last 1×1 conv' }).check();
    expect(await figure(page, 'total-params')).toBe(2953800);
    expect(new URL(page.url()).search).toBe('?last-conv-bias=1');
  });

  test('another task brings its own input and classes, and an accuracy of its own', async ({ visit }) => {
    const page = await visit('?scale=0.5');
    await page.getByLabel('Task', { exact: true }).selectOption({ label: 'Fashion-MNIST' });
    expect(new URL(page.url()).search).toBe('?task=fashion-mnist&scale=0.5');
    expect(await figure(page, 'total-params')).toBe(611242);
    await page.locator('[data-testid=accuracy][data-images]').waitFor({ timeout: 60_000 });
    await measured(page);
    await page.getByLabel('Task', { exact: true }).selectOption({ label: 'ImageNet-1k' });
    expect(new URL(page.url()).search).toBe('?scale=0.5');
    expect(await figure(page, 'accuracy')).toBe(63.14);
  });

  test('blocks are added to a stage by keyboard, one after the other', async ({ visit }) => {
    const page = await visit();
    await page.getByRole('button', { name: 'Add a block to blocks5' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).search).toBe('?depths=1,2,2,8,2');
    expect(await page.locator('[data-block="15"]').count()).toBe(1);
  });
});

describe('bad input', () => {
  test('in the address is named, and the default is used', async ({ visit }) => {
    const page = await visit('?scale=9&kernels=333&activation=relu');
    const alert = page.getByRole('alert').filter({ hasText: 'scale 9' });
    await alert.waitFor();
    expect(await alert.textContent()).toContain('13 digits are expected, one per block; there are 3');
    expect(await figure(page, 'total-macs')).toBe(155700480);
    await page.waitForFunction(() => location.search === '?activation=relu');
  });

  test('a file that is no picture and one that is no network change nothing but a message', async ({
    visit,
  }) => {
    const page = await visit();
    await measured(page);
    const broken = { name: 'broken.png', mimeType: 'image/png', buffer: Buffer.from('no picture') };
    await page.locator('input[accept="image/*"]').setInputFiles(broken);
    await page.getByText('broken.png is not a picture').waitFor();
    await page.getByRole('button', { name: 'Import …' }).click();
    await page.locator('dialog input[type=file]').setInputFiles({ ...broken, name: 'broken.json' });
    await page.getByText('broken.json: a JSON file with settings').waitFor();
    expect(await figure(page, 'latency')).toBeGreaterThan(0);
  });
});

describe('a network as a file', () => {
  const file = (settings: object) => ({
    name: 'mine.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(settings)),
  });

  test('is taken whole or not at all', async ({ visit }) => {
    const page = await visit('?scale=0.5');
    await page.getByRole('button', { name: 'Import …' }).click();
    const input = page.locator('dialog input[type=file]');
    for (const bad of [{ foo: 1 }, { scale: 0.25, se: 1, resolution: 9999 }]) {
      await input.setInputFiles(file(bad));
      await page.getByRole('alert').first().waitFor();
      expect(await figure(page, 'total-params')).toBe(1879576);
      expect(new URL(page.url()).search).toBe('?scale=0.5');
    }
    await input.setInputFiles(file({ scale: 0.25 }));
    await page.waitForFunction(() => location.search === '?scale=0.25');
    expect(await figure(page, 'total-macs')).toBe(16773440);
  });
});

describe('draw', () => {
  test('the figure is walked by keyboard, and a block opens in place', async ({ visit }) => {
    const page = await visit();
    await page.locator('[data-block="12"]').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Block 12', exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('[data-item="blocks6.0.se.conv1"]').waitFor();
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-item'))).toBe(
      'blocks6.0.dw_conv.conv',
    );
  });

  test('the exported SVG is a self-contained file, byte for byte what the command line writes', async ({
    visit,
  }) => {
    const page = await visit('?scale=0.5');
    await page.getByRole('button', { name: 'Export …' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save SVG' }).click(),
    ]);
    const folder = mkdtempSync(join(tmpdir(), 'lcnet-figure-'));
    const [file, other] = [join(folder, 'page.svg'), join(folder, 'command.svg')];
    await download.saveAs(file);
    const svg = readFileSync(file, 'utf8');
    const command = ['--import', 'tsx', 'src/cli/main.ts', 'diagram', '--scale', '0.5', '--out', other];
    execFileSync(process.execPath, command);
    expect(svg).toBe(readFileSync(other, 'utf8'));
    expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true);
    expect(svg).toContain('1,879,576 parameters');
  });
});

describe('run and plot', () => {
  test('a picture runs through the network, which is measured, profiled and looked into', async ({
    visit,
  }) => {
    const page = await visit('?scale=0.25&resolution=96');
    await page.locator('input[accept="image/*"]').setInputFiles('static/samples/fruit.png');
    await page.getByAltText('The picture given to the network: fruit.png').waitFor();
    await measured(page);
    expect(await figure(page, 'latency')).toBeGreaterThan(0);

    await page.getByText(/ms per run with every layer timed/).waitFor({ timeout: 45_000 });
    await page.getByRole('button', { name: 'Show block 12' }).click();
    await page.getByText('SE gates of').waitFor();
    await page.getByText('Output feature maps of Block 12').waitFor();

    await page.getByRole('button', { name: 'Check against reference' }).click();
    const said = await page
      .getByText('Largest difference from the reference')
      .textContent({ timeout: 30_000 });
    expect(Number(/: ([\d.e-]+) /.exec(said ?? '')?.[1])).toBeLessThan(1e-3);

    // another picture changes what the network sees, not how long it takes
    const before = await figure(page, 'latency');
    await page.getByRole('button', { name: 'Cat' }).click();
    await page.getByAltText('The picture given to the network: cat.png').waitFor();
    expect(await figure(page, 'latency')).toBe(before);

    await page.getByLabel('Horizontal axis').selectOption('here');
    await page.getByRole('switch', { name: 'SE, block 1', exact: true }).check();
    expect(await page.getByTestId('latency').getAttribute('data-value')).toBeNull();
    await measured(page);
  });

  test('it can be stopped, and then stays stopped', async ({ visit }) => {
    const page = await visit();
    await page.getByRole('button', { name: 'Stop' }).click({ timeout: 20_000 });
    await page.getByRole('button', { name: '0.5', exact: true }).click();
    await page.getByText('stopped', { exact: true }).waitFor();
    expect(await page.getByTestId('latency').getAttribute('data-value')).toBeNull();
  });
});

describe('for everyone', () => {
  test.for(['', 'zh-CN/'])('axe finds nothing serious on /%s', async (path, { visit }) => {
    const page = await visit(path);
    await measured(page);
    await page.locator('[data-block="12"]').click();
    expect(await seriousFindings(page)).toEqual([]);
  });

  test('the page shows the default network without JavaScript', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(inject('siteUrl'));
    expect(await figure(page, 'total-macs')).toBe(155700480);
    expect(await page.locator('[data-block]').count()).toBe(13);
    await context.close();
  });

  test('nothing is wider than a phone', async ({ visit }) => {
    const page = await visit('', { viewport: { width: 390, height: 844 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
