// The shell around every page, in a real browser: languages, theme, isolation, accessibility, base path.
import { seriousFindings } from './support/accessibility.ts';
import { alive, expect, test } from './support/test.ts';

const LANGUAGES = [
  { path: '', lang: 'en', heading: 'Explore' },
  { path: 'zh-CN/', lang: 'zh-CN', heading: '探索' },
] as const;

for (const { path, lang, heading } of LANGUAGES) {
  test(`the page in ${lang} says so, is isolated, and has no serious accessibility finding in either theme`, async ({
    visit,
  }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await visit(path, { colorScheme });
      expect(await page.locator('html').getAttribute('lang')).toBe(lang);
      expect(await page.locator('html').getAttribute('data-theme')).toBe(colorScheme);
      expect(await page.title()).toContain(heading);
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
      expect(await seriousFindings(page)).toEqual([]);
    }
  });
}

test('switching the language keeps the query, does not reload, and is remembered', async ({ visit }) => {
  const page = await visit('?scale=0.5');
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await page.getByRole('link', { name: '中文' }).click();
  await page.waitForURL('**/zh-CN/?scale=0.5');
  await page.locator('html[lang=zh-CN]').waitFor();
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
  // the keyboard stays where it was
  expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('English');

  await page.reload();
  await alive(page);
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');

  const start = new URL('../?se=0000000000001#diagram', page.url());
  await page.goto(start.href);
  await page.waitForURL('**/zh-CN/?se=0000000000001#diagram');
  await alive(page);

  await page.getByRole('link', { name: 'English' }).click();
  await page.locator('html[lang=en]').waitFor();
  await page.reload();
  await alive(page);
  expect(new URL(page.url()).pathname).toBe('/');
});

test('a first visit follows the language of the browser', async ({ visit }) => {
  const page = await visit('?scale=0.5', { locale: 'zh-CN' });
  await page.waitForURL('**/zh-CN/?scale=0.5');
  await alive(page);
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
});

test('the theme follows the system until chosen, and the choice is remembered', async ({ visit }) => {
  const page = await visit('', { colorScheme: 'light' });
  const theme = () => page.locator('html').getAttribute('data-theme');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(theme).toBe('dark');

  const button = page.getByRole('button', { name: 'Theme' });
  await button.click();
  await expect.poll(theme).toBe('light');
  await page.reload();
  await alive(page);
  expect(await theme()).toBe('light');
  expect(await button.getAttribute('aria-label')).toBe('Theme: light');

  await button.click();
  await button.click();
  await expect.poll(theme).toBe('dark');
  expect(await button.getAttribute('aria-label')).toBe('Theme: follows the system');
});

test('a page asked for without its last slash is found', async ({ visit }) => {
  const page = await visit('zh-CN?scale=0.5');
  expect(new URL(page.url()).pathname).toBe('/zh-CN/');
  expect(new URL(page.url()).search).toBe('?scale=0.5');
});

test('the site works under a base path', async ({ visit }) => {
  const page = await visit();
  await page.context().route('**/mounted/**', async (route) => {
    const response = await route.fetch({ url: route.request().url().replace('/mounted/', '/') });
    await route.fulfill({ response });
  });
  await page.goto(new URL('mounted/?scale=0.5', page.url()).href);
  await alive(page);
  await page.getByRole('link', { name: '中文' }).click();
  await page.waitForURL('**/mounted/zh-CN/?scale=0.5');
  await page.goto(new URL('../?scale=2', page.url()).href);
  await page.waitForURL('**/mounted/zh-CN/?scale=2');
  await alive(page);
  // parts of the page come after it answers; what is still under way after that may end as it likes
  await page.waitForLoadState('networkidle');
  await page.context().unrouteAll({ behavior: 'ignoreErrors' });
});

test('blocked storage breaks nothing', async ({ visit }) => {
  const page = await visit();
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.reload();
  await alive(page);
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('link', { name: '中文' }).click();
  await page.locator('html[lang=zh-CN]').waitFor();
});

test('the first Tab reaches the skip link, and Enter moves to the content', async ({ visit }) => {
  const page = await visit();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
});
