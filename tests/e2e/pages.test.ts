// From page to page: what was chosen goes along, and what was interrupted goes on.
import { describe } from 'vitest';
import { alive, expect, test } from './support/test.ts';

describe('going to another page', () => {
  test('and back to Explore keeps the network; there the link leads nowhere else', async ({ visit }) => {
    const page = await visit();
    await page.getByRole('button', { name: '0.5', exact: true }).click();
    const pages = page.getByRole('navigation').first();
    await pages.getByRole('link', { name: 'Explore' }).click();
    expect(new URL(page.url()).search).toBe('?scale=0.5');
    await pages.getByRole('link', { name: 'Trade-off' }).click();
    await page.waitForURL('**/tradeoff/');
    await pages.getByRole('link', { name: 'Explore' }).click();
    await page.waitForURL('**/?scale=0.5');
    expect(await page.getByTestId('total-params').getAttribute('data-value')).toBe('1879576');
    expect(await page.getByRole('button', { name: 'Redo' }).isDisabled()).toBe(true);
  });

  test('in another language keeps what Undo takes back, and its own address', async ({ visit }) => {
    const page = await visit();
    await page.getByRole('button', { name: '0.5', exact: true }).click();
    await page.getByRole('link', { name: '中文' }).click();
    await page.waitForURL('**/zh-CN/**');
    await alive(page);
    await page.getByRole('button', { name: '撤销' }).click();
    await page.waitForFunction(() => location.search === '' && location.pathname === '/zh-CN/');
    expect(await page.getByTestId('total-params').getAttribute('data-value')).toBe('2952520');
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await page.getByRole('button', { name: 'Redo' }).click();
    await page.waitForFunction(() => location.search === '?scale=0.5' && location.pathname === '/');
  });

  test('after a measurement in the lab finds the network running', async ({ visit }) => {
    const page = await visit('tradeoff/');
    await page.getByLabel('Time limit').selectOption({ label: '10 s' });
    // twelve networks: one alone may be precise before the next page is there
    await page.getByRole('button', { name: "Measure the paper's comparison" }).click();
    await page.getByText(/^Round [1-9]/).waitFor({ timeout: 60_000 });
    await page.getByRole('navigation').first().getByRole('link', { name: 'Explore' }).click();
    // first it waits, then it goes on by itself
    await page.getByText('Waits while other networks are measured.').first().waitFor();
    await page.locator('[data-testid="latency"][data-value]').waitFor({ timeout: 90_000 });
  }, 180_000);
});

describe('a picture that nobody chose', () => {
  test('goes with the task, there and back', async ({ visit }) => {
    const page = await visit('?task=fashion-mnist&scale=0.25');
    const picture = (name: string) => page.getByRole('img', { name: new RegExp(name) }).first();
    await picture('Fashion-MNIST 0').waitFor({ timeout: 60_000 });
    await page.getByLabel('Task').selectOption({ label: 'ImageNet-1k' });
    await picture('landscape').waitFor();
    await page.getByLabel('Task').selectOption({ label: 'Fashion-MNIST' });
    await picture('Fashion-MNIST 0').waitFor();
  }, 90_000);
});
