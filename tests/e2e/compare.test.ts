// Networks side by side on the built site: opened by address, the numbers of the command line, changed, undone, saved, for everyone.
import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { seriousFindings } from './support/accessibility.ts';
import { alive, expect, test } from './support/test.ts';

const TWO = 'compare/?n=scale%3D0.5&n=family%3Dmobilenetv2%26scale%3D0.5';

const total = async (page: Page, metric: string, network: number): Promise<number> =>
  Number(
    await page
      .locator(`[data-metric="${metric}"][data-network="${network}"][data-value]`)
      .getAttribute('data-value'),
  );

function summaryOf(...options: readonly string[]): Record<string, number> {
  const command = ['--import', 'tsx', 'src/cli/main.ts', 'summary', ...options, '--json'];
  const out = execFileSync(process.execPath, command, { encoding: 'utf8' });
  return (JSON.parse(out) as { totals: Record<string, number> }).totals;
}

const card = (page: Page, letter: string) =>
  page.getByRole('region', { name: `Network ${letter}`, exact: true });
const names = (page: Page) => page.locator('[data-card] h2').allTextContents();
const search = (page: Page, wanted: string) =>
  page.waitForFunction((text) => decodeURIComponent(location.search) === text, wanted);

describe('compare', () => {
  test('opens two networks by address, with the numbers of lcnet summary and their differences', async ({
    visit,
  }) => {
    const page = await visit(TWO);
    const [a, b] = [summaryOf('--scale', '0.5'), summaryOf('--family', 'mobilenetv2', '--scale', '0.5')];
    for (const metric of ['params', 'macs', 'weightBytes', 'peakActivationBytes', 'receptiveField']) {
      expect(await total(page, metric, 0)).toBe(a[metric]);
      expect(await total(page, metric, 1)).toBe(b[metric]);
    }
    expect(await page.locator('[data-metric="params"][data-network="1"]').textContent()).toContain('+86,160');
    expect(await total(page, 'top1', 0)).toBe(63.14);
    const bars = page.locator('[data-place][data-network="1"]');
    const values = await bars.evaluateAll((cells) =>
      cells.map((cell) => Number(cell.getAttribute('data-value'))),
    );
    expect(values.reduce((sum, value) => sum + value, 0)).toBe(b['macs']);
  });

  test('shows two networks at first, and marks blocks that differ', async ({ visit }) => {
    const page = await visit('compare/');
    expect(await total(page, 'macs', 0)).toBe(155700480);
    expect(await total(page, 'macs', 1)).toBe(219799200);
    await card(page, 'B').getByLabel('Family of network B').selectOption('pplcnet');
    await search(page, '?n=family=pplcnet&n=family=pplcnet');
    expect(await page.locator('[data-mark]').count()).toBe(0);
    await card(page, 'B').getByRole('button', { name: '0.5', exact: true }).click();
    await search(page, '?n=family=pplcnet&n=scale=0.5');
    expect(await page.locator('[data-mark="channels"]').count()).toBe(13);
  });

  test('Back, Forward and Ctrl+Z undo and redo a change of one network', async ({ visit }) => {
    const page = await visit(TWO);
    await card(page, 'B').getByLabel('Scale of network B').fill('1.5');
    await page.keyboard.press('Enter');
    await search(page, '?n=scale=0.5&n=family=mobilenetv2&scale=1.5');
    const wide = await total(page, 'macs', 1);
    await page.goBack();
    expect(await total(page, 'macs', 1)).toBe(92271040);
    await page.goForward();
    await search(page, '?n=scale=0.5&n=family=mobilenetv2&scale=1.5');
    expect(await total(page, 'macs', 1)).toBe(wide);
    await page.locator('h1').click();
    await page.keyboard.press('Control+z');
    await search(page, '?n=scale=0.5&n=family=mobilenetv2&scale=0.5');
    expect(await total(page, 'macs', 1)).toBe(92271040);
  });

  test('networks are added, moved and removed, by keyboard', async ({ visit }) => {
    const page = await visit(TWO);
    await page.getByRole('button', { name: 'Add a network' }).click();
    expect(await names(page)).toEqual(['A PP-LCNet ×0.5', 'B MobileNetV2 ×0.5', 'C PP-LCNet ×1']);
    const forward = (letter: string) => page.getByRole('button', { name: `Move network ${letter} forward` });
    await forward('C').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(await names(page)).toEqual(['A PP-LCNet ×1', 'B PP-LCNet ×0.5', 'C MobileNetV2 ×0.5']);
    await page.getByRole('button', { name: 'Remove network B' }).click();
    expect(await names(page)).toEqual(['A PP-LCNet ×1', 'B MobileNetV2 ×0.5']);
    await search(page, '?n=family=pplcnet&n=family=mobilenetv2&scale=0.5');
  });

  test('what is refused in the address or a field is named, and the rest works', async ({ visit }) => {
    const page = await visit('compare/?n=scale%3D9&n=family%3Dghostnet%26colour%3Dred');
    const alert = page.getByRole('alert').filter({ hasText: 'Network A: scale 9' });
    await alert.waitFor();
    expect(await alert.textContent()).toContain('Network B: colour red: no such setting');
    expect(await names(page)).toEqual(['A PP-LCNet ×1', 'B GhostNet ×1']);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await card(page, 'A').getByLabel('Scale of network A').fill('abc');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'Network A: scale abc' }).waitFor();
    expect(await card(page, 'A').getByLabel('Scale of network A').inputValue()).toBe('1');
  });

  test('all figures are zoomed as one', async ({ visit }) => {
    const page = await visit(TWO);
    const places = () =>
      page
        .locator('[data-testid="diagram"] svg > g')
        .evaluateAll((groups) => groups.map((g) => g.getAttribute('transform')));
    await expect
      .poll(async () => {
        await page.getByRole('button', { name: 'Zoom in' }).click();
        return (await places())[0];
      })
      .not.toBe('translate(0 0) scale(1)');
    const [first, second] = await places();
    expect(second).toBe(first);
    // a figure that was zoomed along goes on from there
    await page.locator('[data-testid="diagram"]').nth(1).locator('svg').hover();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -40);
    await page.keyboard.up('Control');
    await expect.poll(async () => (await places())[0]).not.toBe(first);
    const [third, fourth] = await places();
    expect(fourth).toBe(third);
    await page.getByRole('button', { name: 'Fit' }).click();
    expect(await places()).toEqual(['translate(0 0) scale(1)', 'translate(0 0) scale(1)']);
  });
});

describe('the page', () => {
  test('rings what stands for the block that is pointed at in another figure', async ({ visit }) => {
    const page = await visit('compare/');
    const figures = page.getByTestId('diagram');
    await figures.nth(0).locator('[data-block="6"]').hover();
    const ring = figures.nth(1).locator('rect[data-echo]');
    await ring.waitFor({ state: 'attached' });
    const [around, block] = await Promise.all([
      ring.boundingBox(),
      figures.nth(1).locator('[data-block="7"]').boundingBox(),
    ]);
    expect(around?.x).toBeLessThan(block?.x ?? 0);
    expect((around?.x ?? 0) + (around?.width ?? 0)).toBeGreaterThan((block?.x ?? 0) + (block?.width ?? 0));
  });

  test('keeps its networks when the language changes, and shows the first ones without JavaScript', async ({
    browser,
    visit,
  }) => {
    const page = await visit(TWO);
    await page.getByRole('link', { name: '中文' }).click();
    await page.waitForURL('**/zh-CN/compare/?n=scale%3D0.5&n=family%3Dmobilenetv2%26scale%3D0.5');
    await page.locator('html[lang=zh-CN]').waitFor();
    expect(await names(page)).toEqual(['A PP-LCNet ×0.5', 'B MobileNetV2 ×0.5']);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const bare = await context.newPage();
    await bare.goto(new URL('../../compare/', page.url()).href);
    expect(await total(bare, 'macs', 1)).toBe(219799200);
    expect(await bare.locator('[data-block]').count()).toBe(13 + 15);
    await context.close();
  });
});

describe('saved networks', () => {
  test('are saved in Explore, found in Compare after a reload, and taken back', async ({ visit }) => {
    const page = await visit('?scale=0.5&se=0000001000011');
    await page.getByRole('button', { name: 'Save …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Saved networks' });
    await dialog.getByLabel('Name', { exact: true }).fill('SE in seven');
    await page.keyboard.press('Enter');
    await dialog.getByText('Saved as SE in seven').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.reload();
    await alive(page);

    await page.getByRole('navigation').getByRole('link', { name: 'Compare' }).click();
    await page.waitForURL('**/compare/');
    await card(page, 'B')
      .getByLabel('Saved networks, for network B')
      .selectOption({ label: 'SE in seven (PP-LCNet ×0.5)' });
    await search(page, '?n=family=pplcnet&n=scale=0.5&se=0000001000011');
    expect(await card(page, 'B').textContent()).toContain('SE in seven');

    // back in Explore by its link: the very network
    await card(page, 'B').getByRole('link', { name: 'Open in Explore' }).click();
    await page.waitForURL('**/?scale=0.5&se=0000001000011');
    await page.getByTestId('total-params').waitFor();
    await page.getByRole('button', { name: 'Save …' }).click();
    await dialog.getByRole('button', { name: 'Remove SE in seven' }).click();
    await dialog.getByText('Nothing saved yet').waitFor();
    await dialog.getByRole('button', { name: 'Undo' }).click();
    await dialog.getByLabel('Name of SE in seven').waitFor();
  });

  test('that the browser does not store are said to be unsaved, and stay until the page closes', async ({
    visit,
  }) => {
    const page = await visit('?scale=0.25&resolution=64');
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.getByRole('button', { name: 'Save …' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('alert').filter({ hasText: 'did not store the list' }).waitFor();
    await page.getByRole('button', { name: 'Open PP-LCNet ×0.25' }).waitFor();
  });
});

describe('for everyone', () => {
  const FOUR = `${TWO}&n=family%3Dghostnet&n=kernels%3D3333335755555`;

  for (const path of [FOUR, `zh-CN/${FOUR}`])
    test(`axe finds nothing serious on /${path.slice(0, 14)} in either theme`, async ({ visit }) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await visit(path, { colorScheme });
        for (const summary of await page.locator('summary').all()) await summary.click();
        expect(await seriousFindings(page)).toEqual([]);
      }
    });

  test('nothing is wider than a phone', async ({ visit }) => {
    const page = await visit(FOUR, { viewport: { width: 390, height: 844 } });
    for (const summary of await page.locator('summary').all()) await summary.click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
