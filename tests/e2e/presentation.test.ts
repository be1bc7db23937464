// Lessons turned by clicker and finger, and read on a phone.
import { overwriteGetLocale } from '../../src/lib/paraglide/runtime.js';
import { expect, test } from './support/test.ts';

test('a presentation is turned by the keys of a clicker, and has one sentence beside the figure', async ({
  visit,
}) => {
  const page = await visit('lessons/fast/macs/');
  await page.getByRole('button', { name: 'Present' }).click();
  await page.getByText('They can be counted from the stage table alone').waitFor({ state: 'hidden' });
  await page.keyboard.press('PageDown');
  await page.waitForURL('**/lessons/fast/equal/**');
  await page.getByText('Four networks, all within one percent').waitFor();
  await page.keyboard.press('PageUp');
  await page.waitForURL('**/lessons/fast/macs/**');
  await page.keyboard.press('Escape');
  await page.getByText('They can be counted from the stage table alone').waitFor();
});

test('on a phone the next step begins at its heading, in sight below the figure, and nothing is too wide', async ({
  visit,
}) => {
  overwriteGetLocale(() => 'en');
  const page = await visit('lessons/fast/equal/', { viewport: { width: 390, height: 844 } });
  await page.locator('a[rel="next"]').click();
  const heading = page.getByRole('heading', { level: 1, name: 'Where the time goes' });
  await heading.waitFor();
  await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true);
  const [top, look] = await Promise.all([
    heading.evaluate((element) => element.getBoundingClientRect().top),
    page.locator('section.look').evaluate((element) => element.getBoundingClientRect().bottom),
  ]);
  expect(top).toBeGreaterThanOrEqual(look);
  expect(top).toBeLessThan(844);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('a finger turns the steps of a presentation, but not while it turns a knob', async ({ visit }) => {
  const page = await visit('lessons/convolutions/split/', { hasTouch: true });
  await page.getByRole('button', { name: 'Present' }).click();
  const client = await page.context().newCDPSession(page);
  async function swipe(from: { readonly x: number; readonly y: number }, way: number): Promise<void> {
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', dx: number) =>
      client.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x: from.x + dx, y: from.y }],
      });
    await touch('touchStart', 0);
    for (const part of [0.3, 0.6, 1]) await touch('touchMove', part * way);
    await touch('touchEnd', way);
  }
  const knob = await page.getByRole('slider', { name: 'Channels in' }).boundingBox();
  if (!knob) throw new Error('no slider');
  await swipe({ x: knob.x + 150, y: knob.y + knob.height / 2 }, -120);
  await swipe({ x: 500, y: 60 }, -200);
  await page.waitForURL('**/lessons/convolutions/kernel/**');
});
