// A newer version of the site under open pages: announced, taken over when asked, and never half of one and half of the other.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach } from 'vitest';
import { serve } from '../../scripts/serve.mjs';
import { copyOfSite, NEWER, publishNewer } from './support/newBuild.ts';
import { alive, expect, test } from './support/test.ts';

let dir: string;
let site: Awaited<ReturnType<typeof serve>>;

beforeEach(async () => {
  dir = copyOfSite();
  site = await serve({ port: 0, dir });
});
afterEach(async () => {
  await site.close();
  rmSync(dir, { recursive: true });
});

const NOTICE = 'A new version of this site is ready.';

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(new URL(path, site.url).href);
  await alive(page);
  return page;
}

/** The service worker has kept the site, and answers this page. */
const kept = (page: Page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');

/** As when the visitor comes back to a tab. */
const comeBack = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

/** How many scripts of the newer build a page runs, and how many others. */
const scripts = (page: Page) =>
  page.evaluate((newer) => {
    const code = performance.getEntriesByType('resource').filter(({ name }) => /immutable.*\.js$/.test(name));
    const fromNewer = code.filter(({ name }) => name.endsWith(newer)).length;
    return { newer: fromNewer, older: code.length - fromNewer };
  }, NEWER);

test('a newer build is announced to open pages, and each is wholly of one version until it is loaded anew', async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await open(context, 'lessons/kernels/field/');
  await kept(page);
  const other = await open(context, 'lessons/convolutions/standard/');
  await kept(other);

  publishNewer(dir);
  await comeBack(page);
  await page.getByText(NOTICE).waitFor();
  await comeBack(other);
  await other.getByText(NOTICE).waitFor();
  expect(await scripts(page)).toMatchObject({ newer: 0 });

  await page.getByRole('button', { name: 'Reload' }).click();
  await page.waitForFunction((newer) => {
    const entries = performance.getEntriesByType('resource');
    return document.documentElement.dataset.alive === '' && entries.some(({ name }) => name.endsWith(newer));
  }, NEWER);
  expect(await scripts(page)).toMatchObject({ older: 0 });

  // the other tab goes on with its own version, parts that it has not loaded yet included; the site has them no more
  await other.getByRole('link', { name: 'All lessons' }).click();
  await other.locator('a[href$="lessons/kernels/field/"]').first().click();
  await other.locator('[data-look="fields"] section').waitFor();
  expect(await scripts(other)).toMatchObject({ newer: 0 });
  await other.getByRole('button', { name: 'Reload' }).click();
  await other.waitForFunction((newer) => {
    const entries = performance.getEntriesByType('resource');
    return entries.some(({ name }) => name.endsWith(newer));
  }, NEWER);

  // and the newer one is the one that is kept
  await context.setOffline(true);
  await page.reload();
  await alive(page);
  await page.locator('[data-look="fields"] section').waitFor();
  expect(await scripts(page)).toMatchObject({ older: 0 });
  await context.close();
}, 120_000);

test('a page that came by the network is not told of its own version', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await open(context, 'lessons/');
  await page.goto(new URL('lessons/fast/macs/', site.url).href);
  await kept(page);
  publishNewer(dir);
  await page.goto(new URL('tradeoff/', site.url).href);
  await alive(page);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    while (!registration.waiting) await new Promise((resolve) => setTimeout(resolve, 50));
  });
  await page.waitForLoadState('networkidle');
  expect(await page.getByText(NOTICE).count()).toBe(0);
  expect(await scripts(page)).toMatchObject({ older: 0 });
  await context.close();
});

test('a site that is replaced while it is being kept is not kept at all', async ({ browser }) => {
  // the worker is of one version, the files that it finds are of another
  writeFileSync(join(dir, '_app/version.json'), '{"version":"another"}');
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await open(context, 'lessons/fast/macs/');
  const end = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.register('../../../service-worker.js');
    const worker = registration.installing;
    while (worker && worker.state === 'installing') await new Promise((resolve) => setTimeout(resolve, 50));
    return worker?.state;
  });
  expect(end).toBe('redundant');
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await context.close();
});
