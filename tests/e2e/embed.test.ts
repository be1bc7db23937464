// A network in somebody else's page: as a frame that tells its height, and as an element of one script; and the gallery of ready figures.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, inject } from 'vitest';
import { GALLERY } from '../../src/lib/core/diagram/gallery.ts';
import { seriousFindings } from './support/accessibility.ts';
import { alive, expect, test } from './support/test.ts';

/** Another site: one page with this body, and the element's script. */
async function otherSite(body: string): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer(({ url }, response) => {
    const isScript = url?.endsWith('.js') ?? false;
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(
      isScript
        ? readFileSync('build/lcnet-diagram.js')
        : `<!doctype html><html lang="en"><body>${body}</body></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

describe('the page for frames', () => {
  test('says what it does not know', async ({ visit }) => {
    const page = await visit('embed/?scale=0.5&show=movie&theme=blue&colour=red');
    const alert = page.getByRole('alert');
    await alert.getByText('show movie: one of diagram, table, chart is expected').waitFor();
    await alert.getByText('theme blue: one of auto, light, dark is expected').waitFor();
    await alert.getByText('colour red: no such setting').waitFor();
    await page.getByTestId('diagram').waitFor();
  });

  test('shows what the address asks for, in its theme and language', async ({ visit }) => {
    const page = await visit('embed/?scale=0.5&show=table&theme=dark');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.getByText('blocks6.1.se.conv1', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Open PP-LCNet ×0.5 in LCNet Explorer' }).waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    const chinese = await visit('embed/?show=chart&lang=zh-CN&theme=light');
    await chinese.waitForURL('**/zh-CN/embed/?**');
    await chinese.locator('main[data-show="chart"] svg').waitFor();
    expect(await seriousFindings(chinese)).toEqual([]);
  });

  test('tells the page around it how high it is, and reaches nothing else of it', async ({ browser }) => {
    const context = await browser.newContext({ locale: 'en-GB' });
    const host = await otherSite(
      `<script>heights = []; addEventListener('message', ({ data }) => heights.push(data))</script>
       <iframe src="${new URL('embed/?scale=0.25', inject('siteUrl')).href}" width="800" height="100"></iframe>`,
    );
    const page = await context.newPage();
    await page.goto(host.url);
    await page.waitForFunction(() => (window as unknown as { heights: unknown[] }).heights.length > 0);
    const [first] = await page.evaluate(
      () => (window as unknown as { heights: { type: string; height: number }[] }).heights,
    );
    expect(first).toMatchObject({ type: 'lcnet:size' });
    expect(first?.height).toBeGreaterThan(100);
    await page.frameLocator('iframe').getByTestId('diagram').waitFor();
    await context.close();
    host.close();
  });
});

test('the site serves the script, and the export dialog names it, for isolated pages too', async ({
  visit,
}) => {
  const page = await visit('?scale=0.5');
  await page.getByRole('button', { name: 'Export …', exact: true }).click();
  await page.getByText('Show this network in another page').click();
  const code = await page.locator('textarea').last().inputValue();
  const address = /src="([^"]+)"/.exec(code)?.[1] ?? '';
  const response = await fetch(address);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/javascript']);
  expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(await response.text()).toBe(readFileSync('build/lcnet-diagram.js', 'utf8'));
});

test('the element draws its attributes, follows them, and says what it refuses', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const requests: string[] = [];
  const host = await otherSite(
    `<lcnet-diagram scale="0.5" se="0000001100000" theme="light"></lcnet-diagram><script src="lcnet-diagram.js"></script>`,
  );
  const page = await context.newPage();
  await page.goto(host.url);
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => requests.push(String(error)));
  const element = page.locator('lcnet-diagram');
  await element.locator('text', { hasText: 'PP-LCNet ×0.5' }).waitFor();
  await element.evaluate((node) => node.setAttribute('scale', '0.25'));
  await element.locator('text', { hasText: 'PP-LCNet ×0.25' }).waitFor();
  await element.evaluate((node) => node.setAttribute('kernels', '333'));
  await element.getByRole('alert').waitFor();
  expect(await element.getByRole('alert').innerText()).toMatch(/kernels 333/);
  await element.evaluate((node) => {
    node.removeAttribute('kernels');
    node.setAttribute('layout', 'spiral');
    node.setAttribute('lang', 'zh-CN');
  });
  await element.locator('text', { hasText: '深度卷积' }).first().waitFor();
  expect(await element.getByRole('alert').innerText()).toMatch(/layout spiral.*strip, flow/);
  // slides and lists move their elements
  await element.evaluate((node) => {
    node.removeAttribute('layout');
    document.body.append(node);
  });
  await element.getByRole('alert').waitFor({ state: 'detached' });
  expect(await element.locator('svg').count()).toBe(1);
  expect(requests).toEqual([]);
  await context.close();
  host.close();
});

test('the gallery draws every figure, opens it in Explore, and gives it away as a file', async ({
  visit,
}) => {
  const page = await visit('gallery/');
  for (const { id } of GALLERY) await page.locator(`[data-exhibit="${id}"] img`).waitFor();
  const download = page.waitForEvent('download');
  await page.locator('[data-exhibit="ghostnet-flow"]').getByRole('button').click();
  expect((await download).suggestedFilename()).toBe('ghostnet-flow.svg');
  expect(await seriousFindings(page)).toEqual([]);
  await page.locator('[data-exhibit="ghostnet-strip"] a').click();
  await page.waitForURL('**/?family=ghostnet');
  await alive(page);
});
