// Import and export without a mouse, and files that are dropped where nobody expects them, in the built site.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { expect, test } from './support/test.ts';

const PHONE = { viewport: { width: 390, height: 844 } };

/** What the keyboard acts on: its words, whether that can be seen, and whether it is in a dialog. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    // an input may lend its ring to the label around it
    const ringed = [element, element.closest('label')].some(
      (each) => each !== null && getComputedStyle(each).outlineStyle !== 'none',
    );
    const name =
      element.getAttribute('aria-label') ?? element.closest('label')?.textContent ?? element.textContent;
    return { name: name.trim(), ringed, inDialog: element.closest('dialog') !== null };
  });

async function openByKey(page: Page, name: string, heading: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: heading }).waitFor();
}

/** All stops of the Tab key in a dialog, once round. */
async function walk(page: Page, stops: number): Promise<readonly string[]> {
  const names: string[] = [];
  for (let stop = 0; stop < stops; stop += 1) {
    await page.keyboard.press('Tab');
    const { name, ringed, inDialog } = await focused(page);
    // from the last stop the keyboard goes to the browser's own controls, then back into the dialog
    if (name === '' || !inDialog) continue;
    expect(ringed, `${name} shows that it has the keyboard`).toBe(true);
    names.push(name);
  }
  return names;
}

/** Whether anything behind a dialog got the keyboard. */
const reachesBehind = (page: Page) =>
  page.evaluate(() => {
    const active = document.activeElement;
    return active !== document.body && active?.closest('dialog') === null;
  });

describe('without a mouse', () => {
  test('import is walked through, closed with Escape, and the keyboard is back where it was', async ({
    visit,
  }) => {
    const page = await visit();
    await openByKey(page, 'Import …', 'A network from a file');
    expect((await focused(page)).name).toContain('Open a file …');
    const names = await walk(page, 8);
    expect(names).toContain('Published weights, or an address');
    expect(names).toContain('Close');
    expect(await reachesBehind(page)).toBe(false);
    await page.getByText('Published weights, or an address').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await walk(page, 3)).toContain('Fetch lcnet_075.ra2_in1k');
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect((await focused(page)).name).toBe('Import …');
  });

  test('a network that was taken over gives the keyboard back, too', async ({ visit }) => {
    const page = await visit();
    await openByKey(page, 'Import …', 'A network from a file');
    await page
      .locator('dialog input[type=file]')
      .setInputFiles('tests/fixtures/interop/lcnet_035.safetensors');
    await page.getByRole('button', { name: 'Use this network' }).press('Enter');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect((await focused(page)).name).toBe('Import …');
  });

  test('export is walked through: arrow keys change what is exported, Close ends it', async ({ visit }) => {
    const page = await visit('?scale=0.25');
    await openByKey(page, 'Export network …', 'Take the network with you');
    expect((await focused(page)).name).toBe('Model');
    for (const name of ['Code', 'Stage table', 'Report', 'Settings', 'Model', 'Code']) {
      await page.keyboard.press('ArrowRight');
      expect(await focused(page)).toEqual({ name, ringed: true, inDialog: true });
      expect(await page.getByRole('radio', { name, exact: true }).isChecked()).toBe(true);
    }
    expect(await walk(page, 5)).toEqual(['PyTorch', 'Copy', 'Save', 'pplcnet_pytorch.py', 'Close']);
    expect(await reachesBehind(page)).toBe(false);
    await page.keyboard.press('Enter');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect((await focused(page)).name).toBe('Export network …');
  });

  test('on a phone they are in a menu, which gets the keyboard back', async ({ visit }) => {
    const page = await visit('', PHONE);
    const menu = page.getByRole('button', { name: 'More actions' });
    await menu.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect((await focused(page)).name).toBe('Save …');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'A network from a file' }).waitFor();
    expect(await page.getByRole('button', { name: 'Share' }).isVisible()).toBe(false);
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect((await focused(page)).name).toBe('More actions');
  });
});

test.for(['', 'zh-CN/'])('the header of /%s takes two rows of a phone', async (path, { visit }) => {
  const page = await visit(path, PHONE);
  const tops = await page
    .locator('header')
    .first()
    .locator('a:visible, button:visible')
    .evaluateAll((all) =>
      all.map((each) => each.getBoundingClientRect()).map((box) => box.top + box.height / 2),
    );
  const rows = tops.toSorted((a, b) => a - b).filter((top, i, sorted) => top - (sorted[i - 1] ?? 0) > 12);
  expect(rows.length).toBeLessThanOrEqual(2);
});

/** Drops a file on an element, as the browser would; whether the browser would then leave the page for it. */
const drop = (page: Page, on: string, file: { name: string; type: string; content: Buffer }) =>
  page.evaluate(
    ({ on: selector, name, type, base64 }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(
        new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name, { type }),
      );
      const event = (kind: string) => new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true });
      const target = document.querySelector(selector);
      // one that nobody speaks for is not delivered, but opened
      return [event('dragover'), event('drop')].map((each) => target?.dispatchEvent(each)).includes(true);
    },
    { on, name: file.name, type: file.type, base64: file.content.toString('base64') },
  );

const SETTINGS = {
  name: 'network.json',
  type: 'application/json',
  content: Buffer.from(JSON.stringify({ family: 'pplcnet', scale: 0.35 })),
};

describe('a dropped file', () => {
  test('beside the import dialog is one dropped in it', async ({ visit }) => {
    const page = await visit();
    await openByKey(page, 'Import …', 'A network from a file');
    expect(await drop(page, 'dialog', SETTINGS)).toBe(false);
    await page.waitForURL(/scale=0\.35/);
  });

  test('anywhere else is a picture to show, or a network to import', async ({ visit }) => {
    const page = await visit();
    await page.getByRole('heading', { name: 'Your picture' }).waitFor();
    const picture = {
      name: 'mine.png',
      type: 'image/png',
      content: readFileSync('static/samples/landscape.png'),
    };
    expect(await drop(page, 'header', picture)).toBe(false);
    await page.getByAltText('The picture given to the network: mine.png').first().waitFor();
    const content = readFileSync('tests/fixtures/interop/lcnet_035.safetensors');
    expect(await drop(page, 'main', { name: 'net.safetensors', type: '', content })).toBe(false);
    await page.getByText('with tensor names of timm').waitFor({ timeout: 30_000 });
  });

  test('beside the export dialog does nothing', async ({ visit }) => {
    const page = await visit();
    await page.getByRole('heading', { name: 'Your picture' }).waitFor();
    await openByKey(page, 'Export network …', 'Take the network with you');
    expect(await drop(page, 'dialog', SETTINGS)).toBe(false);
    await page.getByRole('heading', { name: 'Take the network with you' }).waitFor();
  });
});

test('feature maps of the network before are faded and named as such until the new ones are there', async ({
  visit,
}) => {
  const page = await visit('?scale=0.25');
  await page.locator('[data-block="3"]').first().click();
  const about = page.getByText('dead channels');
  await about.waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: '0.5', exact: true }).click();
  await page.locator('[data-old]').waitFor();
  expect(await page.getByText('These are the maps from before the change').count()).toBe(1);
  await about.waitFor({ timeout: 60_000 });
  expect(await page.locator('[data-old]').count()).toBe(0);
});
