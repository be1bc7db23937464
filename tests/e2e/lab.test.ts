// The trade-off lab on the built site: a field is measured, kept, exported, read back; every family can be explored.
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { seriousFindings } from './support/accessibility.ts';
import { alive, expect, test } from './support/test.ts';

const measure = async (page: Page): Promise<void> => {
  await page.getByLabel('Time limit').selectOption({ label: '10 s' });
  await page.getByRole('button', { name: "Measure the paper's comparison" }).click();
  await page.getByText(/^Done: /).waitFor({ timeout: 120_000 });
};

const measuredRows = (page: Page): Promise<number> => page.locator('td[data-measured]').count();

describe("the paper's comparison", () => {
  test('is measured with one click: twelve points with intervals, an order, and results that outlive the visit', async ({
    visit,
  }) => {
    const page = await visit('tradeoff/');
    await measure(page);
    expect(await measuredRows(page)).toBe(12);
    expect(await page.locator('circle[data-point]').count()).toBe(12);
    for (const text of await page.locator('td[data-measured] small').allTextContents())
      expect(text).toMatch(/^±\d/);
    expect(Number(await page.getByTestId('kendall').getAttribute('data-value'))).toBeGreaterThanOrEqual(-1);

    await page.reload();
    await alive(page);
    await page.locator('td[data-measured]').first().waitFor();
    expect(await measuredRows(page)).toBe(12);
  }, 180_000);

  test('can be paused, resumed and cancelled, and keeps what was measured', async ({ visit }) => {
    const page = await visit('tradeoff/');
    await page.getByRole('button', { name: 'Measure on this device' }).click();
    await page.getByText(/^Round [1-9]/).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText(/^Paused after round/).waitFor();
    const before = await page.locator('td[data-measured]').first().getAttribute('data-measured');
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByText(/^Round/).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Cancelled. What has been measured is kept.').waitFor();
    expect(before).not.toBeNull();
    expect(await measuredRows(page)).toBe(12);
  }, 180_000);

  test('goes out as a file and comes in as another device; a file of anything else is refused in words', async ({
    visit,
  }) => {
    const page = await visit('tradeoff/');
    await page.getByRole('button', { name: 'None' }).click();
    await page.getByRole('button', { name: 'PP-LCNet 0.25', exact: true }).click();
    await page.getByRole('button', { name: 'MobileNetV3-small 0.35', exact: true }).click();
    await page.getByLabel('Time limit').selectOption({ label: '10 s' });
    await page.getByRole('button', { name: 'Measure on this device' }).click();
    await page.getByText(/^Done: /).waitFor({ timeout: 60_000 });
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Results as JSON' }).click();
    const path = join(mkdtempSync(join(tmpdir(), 'lcnet-')), 'measurements.json');
    await (await download).saveAs(path);
    const text = readFileSync(path, 'utf8');
    expect((JSON.parse(text) as { format: string }).format).toBe('lcnet-measurements');

    const input = page.locator('input[type="file"]');
    const file = (name: string, content: string) => ({
      name,
      mimeType: 'application/json',
      buffer: Buffer.from(content),
    });
    await input.setInputFiles(file('other.json', '{"format": "something else"}'));
    await page.getByText(/^Not opened: /).waitFor();
    await input.setInputFiles(
      file('phone.json', text.replace(/"label": "(simd|wasm)/g, '"label": "my phone, $1')),
    );
    await page.getByText(/^Now in the chart: networks measured on my phone/).waitFor();
    expect(await page.locator('circle[data-point]').count()).toBe(4);
  }, 120_000);
});

describe('the page', () => {
  test('has nothing serious for axe, in both themes', async ({ visit }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await visit('tradeoff/', { colorScheme });
      expect(await seriousFindings(page)).toEqual([]);
    }
  });

  test('ties the chart to the table, and leads to Explore', async ({ visit }) => {
    const page = await visit('tradeoff/');
    await page.locator('circle[data-point="MobileNetV2"]').hover();
    expect(await page.locator('tr.hovered th').textContent()).toBe('MobileNetV2');
    await page.getByRole('link', { name: 'MobileNetV2_x0_5', exact: true }).click();
    await page.waitForURL(/family=mobilenetv2/);
    expect(await page.getByTestId('total-macs').getAttribute('data-value')).toBe('92271040');
  });
});

describe('every family', () => {
  test('is chosen in Explore, counted, drawn and measured; its own settings are there and no others', async ({
    visit,
  }) => {
    const page = await visit();
    await page.getByLabel('Family').selectOption({ label: 'GhostNet' });
    expect(await page.getByTestId('total-macs').getAttribute('data-value')).toBe('141149744');
    expect(await page.getByTestId('accuracy').getAttribute('data-value')).toBe('74.02');
    expect(await page.locator('[data-testid="diagram"] [data-block="16"]').count()).toBe(1);
    await page.getByRole('textbox', { name: 'Expansion, block 16', exact: true }).fill('480');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).search).toContain('expansions=');
    expect(await page.getByTestId('accuracy').getAttribute('data-value')).toBeNull();

    await page.getByLabel('Family').selectOption({ label: 'MobileNetV1' });
    expect(await page.getByTestId('total-macs').getAttribute('data-value')).toBe('568740352');
    expect(await page.getByRole('switch').count()).toBe(0);
    await page.waitForSelector('[data-testid="latency"][data-value]', { timeout: 45_000 });
  }, 90_000);
});
