// `test` for the browser: `visit(path)` opens a page of the built site as a new visitor. A test fails when a page
// it opened wrote an error to the console, threw, or ran against the content security policy.
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { test as base, expect, inject } from 'vitest';

/** Opens a path of the site, such as `zh-CN/?scale=0.5`, with nothing remembered, and waits until it is alive. */
type Visit = (path?: string, traits?: BrowserContextOptions) => Promise<Page>;

interface Fixtures {
  readonly browser: Browser;
  readonly visit: Visit;
}

/** Resolves when SvelteKit has taken over the prerendered page. */
export async function alive(page: Page): Promise<void> {
  await page.locator('html[data-alive]').waitFor({ state: 'attached' });
}

function collectComplaints(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
}

export const test = base.extend<Fixtures>({
  browser: [
    // eslint-disable-next-line no-empty-pattern -- vitest reads from this pattern that nothing else is needed
    async ({}, use) => {
      const browser = await chromium.connect(inject('browserEndpoint'));
      await use(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],

  visit: async ({ browser }, use) => {
    const complaints: string[] = [];
    const contexts: BrowserContext[] = [];

    await use(async (path = '', traits = {}) => {
      const context = await browser.newContext({ locale: 'en-GB', ...traits });
      contexts.push(context);
      const page = await context.newPage();
      collectComplaints(page, complaints);
      await page.goto(new URL(path, inject('siteUrl')).href);
      await alive(page);
      return page;
    });

    for (const context of contexts) await context.close();
    expect(complaints, 'complaints in the console').toEqual([]);
  },
});

export { expect };
