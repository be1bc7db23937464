// The shell around every page, in a real browser: languages, theme, isolation, accessibility, base path.
import type { Page } from 'playwright-core';
import { describe, inject } from 'vitest';
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

test('the network runs on where a page takes the place of another', async ({ visit }) => {
  const page = await visit('lessons/fast/macs/');
  const measured = (name: string) => page.getByRole('button', { name, exact: true }).first().waitFor({ timeout: 60_000 }); // prettier-ignore
  await page.getByRole('link', { name: 'Explore', exact: true }).first().click();
  await page.getByRole('link', { name: '中文' }).waitFor();
  await measured('Measure');
  await page.getByRole('link', { name: '中文' }).click();
  await page.locator('html[lang=zh-CN]').waitFor();
  await measured('测量');
});

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

test('who wants no motion gets none: whatever changes is there at once', async ({ visit }) => {
  const page = await visit('', { reducedMotion: 'reduce' });
  await page.getByRole('button', { name: '0.5', exact: true }).click();
  await page.getByRole('switch', { name: 'SE, block 2', exact: true }).check();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test('the site can be installed as an application', async ({ visit }) => {
  const page = await visit();
  const client = await page.context().newCDPSession(page);
  const { errors } = await client.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
  // a visitor without a past is one in a private window
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual(
    [],
  );
});

test('a page asked for without its last slash is found', async ({ visit }) => {
  const page = await visit('zh-CN?scale=0.5');
  expect(new URL(page.url()).pathname).toBe('/zh-CN/');
  expect(new URL(page.url()).search).toBe('?scale=0.5');
});

/** Shows the site below a folder, and nothing above it. */
async function mount(page: Page): Promise<void> {
  await page.context().route('**/*', async (route) => {
    const url = route.request().url();
    if (!url.includes('/mounted/')) return route.fulfill({ status: 404, body: 'nothing' });
    return route.fulfill({ response: await route.fetch({ url: url.replace('/mounted/', '/') }) });
  });
}

test('the site works under a base path', async ({ visit }) => {
  const page = await visit();
  await page.waitForLoadState('networkidle');
  await mount(page);
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

describe('an address that leads nowhere', () => {
  test.for([
    { path: 'lessons/nothing/', lang: 'en', heading: 'There is no such page' },
    { path: 'zh-CN/lessons/fast/nothing/', lang: 'zh-CN', heading: '没有这个页面' },
    { path: 'no/such/page', lang: 'en', heading: 'There is no such page' },
  ])(
    '$path says so and leads back, under a base path as well',
    async ({ path, lang, heading }, { browser }) => {
      const context = await browser.newContext({ locale: 'en-GB' });
      const page = await context.newPage();
      const site = inject('siteUrl');
      for (const root of ['', 'mounted/']) {
        if (root) await mount(page);
        const response = await page.goto(new URL(`${root}${path}`, site).href);
        expect(response?.status()).toBe(404);
        await page.locator(`html[data-root="/${root}"][lang="${lang}"]`).waitFor({ state: 'attached' });
        await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
        expect(await page.title()).toContain(heading);
        expect(await page.locator('h1:visible').count()).toBe(1);
        expect(await seriousFindings(page)).toEqual([]);
        await page.locator('section:visible li li a').first().click();
        await alive(page);
        const prefix = lang === 'en' ? '' : `${lang}/`;
        expect(new URL(page.url()).pathname).toContain(`/${root}${prefix}lessons/fast/`);
      }
      await page.waitForLoadState('networkidle');
      await context.unrouteAll({ behavior: 'ignoreErrors' });
      await context.close();
    },
  );

  test('without JavaScript it says so in every language, with links that work at the root of a host', async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(new URL('lessons/nothing/', inject('siteUrl')).href);
    await page.getByText('There is no such page').waitFor();
    await page.getByText('没有这个页面').waitFor();
    await page.locator('section[lang="zh-CN"] a').first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/zh-CN/');
    await context.close();
  });
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
