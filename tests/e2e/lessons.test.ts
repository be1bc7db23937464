// Every step of every lesson on the built site, in both languages: its network, its figure, its question; and once more without a connection.
import type { Page } from 'playwright-core';
import { describe, inject } from 'vitest';
import { configKey } from '../../src/lib/core/options.ts';
import { LESSONS } from '../../src/lib/lessons/index.ts';
import type { Lesson, Step } from '../../src/lib/lessons/lesson.ts';
import { overwriteGetLocale } from '../../src/lib/paraglide/runtime.js';
import { stepConfig } from '../../src/lib/state/stepNetwork.ts';
import { seriousFindings } from './support/accessibility.ts';
import { alive, expect, test } from './support/test.ts';

const LANGUAGES = [
  { locale: 'en', path: '' },
  { locale: 'zh-CN', path: 'zh-CN/' },
] as const;

/** The heading, every paragraph, the network and the figure of a step are there. */
async function expectStep(page: Page, { id }: Lesson, step: Step): Promise<void> {
  const article = page.locator(`article[data-lesson="${id}"][data-step="${step.id}"]`);
  await article.waitFor();
  await article.getByRole('heading', { level: 1, name: step.title(), exact: true }).waitFor();
  const text = await article.innerText();
  for (const paragraph of [...step.text, ...(step.tryThis ? [step.tryThis] : []), step.question.ask])
    expect(text).toContain(paragraph());
  await page
    .locator(`[data-testid="network"][data-value="${configKey(stepConfig(step.network))}"]`)
    .waitFor();
  await page.locator(`[data-look="${step.look.kind}"] :is(section, svg)`).first().waitFor();
  // the figure itself in place of its picture
  await page.locator('.still').waitFor({ state: 'detached' });
}

const right = (page: Page) => page.locator('[role="status"][data-right="true"]').waitFor();

/** Answers wrongly first where there is a wrong answer that is known, then rightly; measured questions are left open. */
async function answer(page: Page, { question, look }: Step): Promise<boolean> {
  if (question.kind === 'choice') {
    const [wrong] = question.options.filter((option) => !option.right);
    const [correct] = question.options.filter((option) => option.right);
    if (!wrong || !correct) throw new Error('no options');
    await page.getByRole('radio', { name: wrong.text(), exact: true }).check();
    await page
      .locator('[role="status"][data-right="false"]')
      .getByText(wrong.why(), { exact: false })
      .waitFor();
    await page.getByRole('radio', { name: correct.text(), exact: true }).check();
    await right(page);
    return true;
  }
  if (question.kind === 'goal') {
    await page.locator('article section').getByRole('button').click();
    await right(page);
    return true;
  }
  if (question.by === 'ms' || question.by === 'top1' || look.kind !== 'race') return false;
  for (const { name } of look.networks)
    await page.locator('article').getByRole('radio', { name: name(), exact: true }).check();
  await page.locator('article [role="status"]').waitFor();
  return true;
}

describe.each(LANGUAGES)('lessons in $locale', ({ locale, path }) => {
  test.for(LESSONS.map(({ id }) => id))(
    '%s: every step is there and its question answers',
    async (id, { visit }) => {
      const lesson = LESSONS.find((candidate) => candidate.id === id);
      if (!lesson) throw new Error(`no lesson ${id}`);
      overwriteGetLocale(() => locale);
      const page = await visit(`${path}lessons/${lesson.id}/`, { locale });
      for (const [index, step] of lesson.steps.entries()) {
        await expectStep(page, lesson, step);
        if (await answer(page, step)) await page.locator('section[data-answered="true"]').waitFor();
        if (index < lesson.steps.length - 1) await page.locator('a[rel="next"]').click();
      }
      expect(await seriousFindings(page)).toEqual([]);
    },
  );
});

test('a prediction is put to the test on this device', async ({ visit }) => {
  overwriteGetLocale(() => 'en');
  const page = await visit('lessons/head/price/');
  const question = page.locator('article section');
  await question.getByRole('radio', { name: '1280 wide' }).check();
  await question.getByRole('button', { name: 'Measure them' }).click();
  await question.getByRole('status').waitFor({ timeout: 50_000 });
  expect(await page.locator('td[data-ms]').count()).toBe(3);
  // answers are remembered
  await page.goto(new URL('lessons/', inject('siteUrl')).href);
  await alive(page);
  await page.getByText('1 of ', { exact: false }).first().waitFor();
});

test('a step is an address; knobs, Back and the next step keep their networks apart', async ({ visit }) => {
  const page = await visit('lessons/convolutions/kernel/');
  const network = page.getByTestId('network');
  expect(await network.getAttribute('data-value')).toBe('family=pplcnet&scale=0.5');
  await page.waitForURL('**/lessons/convolutions/kernel/?scale=0.5');
  await page.getByText('Knobs: change this network').click();
  await page.getByRole('switch', { name: 'SE, block 1', exact: true }).check();
  await page.waitForURL('**/kernel/?scale=0.5&se=1000000000011');
  await page.locator('a[rel="next"]').click();
  await page.waitForURL('**/lessons/convolutions/network/');
  await page.locator('[data-testid="network"][data-value="family=pplcnet"]').waitFor();
  await page.goBack();
  await page
    .locator('[data-testid="network"][data-value="family=pplcnet&scale=0.5&se=1000000000011"]')
    .waitFor();
  await page.goBack();
  await page.locator('[data-testid="network"][data-value="family=pplcnet&scale=0.5"]').waitFor();
});

test('a goal is not reached by the network of the step before', async ({ visit }) => {
  const page = await visit('lessons/fast/equal/');
  await page.locator('a[rel="prev"]').click();
  await page.locator('[data-testid="network"][data-value="family=pplcnet"]').waitFor();
  await page.locator('section[data-answered="false"]').waitFor();
  await page.getByRole('button', { name: 'Show one that does' }).click();
  await page.locator('section[data-answered="true"]').waitFor();
});

test('a stray parameter keeps no step from its network, and an unknown one is said', async ({ visit }) => {
  const page = await visit('lessons/kernels/field/?utm_source=mail&scael=1');
  await page.locator('[data-testid="network"][data-value$="kernels=3333333333333"]').waitFor();
  await page.getByRole('alert').getByText('scael 1: no such setting').waitFor();
});

test('the outputs under a rule are those of the network with that rule', async ({ visit }) => {
  const page = await visit('lessons/code/padding/');
  const cells = page.locator('[data-look="trap"] td');
  await cells.first().filter({ hasNotText: '…' }).waitFor({ timeout: 45_000 });
  // writes down every difference that is shown
  await page.evaluate(() => {
    const shown: string[] = [];
    const said = document.querySelector('[data-look="trap"] [role="status"]');
    if (!said) return;
    const look = () => shown.push(said.getAttribute('data-difference') ?? '');
    new MutationObserver(look).observe(said, { attributes: true });
    Object.assign(window, { shown });
  });
  await page.locator('[data-look="trap"]').getByRole('radio').nth(1).check();
  await cells.nth(5).filter({ hasNotText: '…' }).waitFor({ timeout: 45_000 });
  const shown = await page.evaluate(() => (window as unknown as { shown: string[] }).shown);
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.map(Number).filter((difference) => difference === 0)).toEqual([]);
});

test('a race that is left leaves nothing running', async ({ visit }) => {
  const page = await visit('lessons/head/price/');
  await page.getByRole('button', { name: 'Measure latency' }).click();
  await page.locator('td[data-ms]').first().waitFor({ timeout: 45_000 });
  await page.locator('a[rel="next"]').click();
  // the next step's network is measured at once
  await page.locator('[data-testid="latency"][data-value]').waitFor({ timeout: 45_000 });
});

test('what a question asks for is covered until it has been predicted', async ({ visit }) => {
  overwriteGetLocale(() => 'en');
  const page = await visit('lessons/kernels/late/');
  const macs = page.locator('section.look table').first().locator('tbody td:nth-of-type(2) span');
  await macs.nth(3).waitFor({ state: 'attached' });
  expect(await macs.first().isVisible()).toBe(false);
  await page.getByRole('radio', { name: '5 × 5 everywhere' }).check();
  await macs.first().waitFor();
  expect(await macs.count()).toBe(4);
});

test('two devices are measured side by side', async ({ visit }) => {
  overwriteGetLocale(() => 'en');
  const page = await visit('lessons/fast/device/');
  const look = page.locator('section.look');
  for (const device of ['wasm', 'cpu']) {
    await look.getByRole('combobox', { name: 'Device' }).first().selectOption(device);
    await look.getByRole('button', { name: 'Measure latency' }).click();
    await look.getByRole('button', { name: 'Stop' }).waitFor();
    await look.getByText('Measured.', { exact: true }).waitFor({ timeout: 100_000 });
  }
  expect(await look.getByRole('columnheader', { name: 'Here, ms' }).count()).toBe(2);
  expect(await look.locator('td[data-ms]').count()).toBe(6);
}, 240_000);

test('a step shows its text, its question and its figure without JavaScript', async ({ browser }) => {
  overwriteGetLocale(() => 'zh-CN');
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(new URL('zh-CN/lessons/fast/time/', inject('siteUrl')).href);
  const step = LESSONS[0]?.steps.find(({ id }) => id === 'time');
  for (const text of [...(step?.text ?? []), step?.question.ask])
    expect(await page.locator('article').innerText()).toContain(text?.());
  const figure = page.locator('[data-look]').getByTestId('diagram');
  expect(await figure.locator('[data-block]').count()).toBe(13);
  expect(await figure.innerText()).toContain('按比例');
  await context.close();
});

test('a handout holds every step and the answers', async ({ visit }) => {
  overwriteGetLocale(() => 'en');
  const page = await visit('lessons/excitation/handout/');
  await page.locator('figure img').waitFor();
  // races are tables, with room for what is measured
  expect(await page.getByRole('table').count()).toBe(2);
  expect(await page.getByRole('heading', { level: 2 }).count()).toBe(4);
  await page.emulateMedia({ media: 'print' });
  await page.getByRole('button', { name: 'Print' }).waitFor({ state: 'hidden' });
});

test('after one visit every step works without a connection', async ({ browser }) => {
  overwriteGetLocale(() => 'en');
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  const site = inject('siteUrl');
  await page.goto(new URL('lessons/fast/macs/', site).href);
  await alive(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  // what the service worker kept, and nothing else
  await (await context.newCDPSession(page)).send('Network.clearBrowserCache');
  await context.setOffline(true);
  for (const lesson of LESSONS)
    for (const step of lesson.steps) {
      await page.goto(new URL(`lessons/${lesson.id}/${step.id}/`, site).href);
      await alive(page);
      await expectStep(page, lesson, step);
    }
  // an address that somebody typed
  await page.goto(new URL('lessons?lang', site).href);
  await alive(page);
  expect(page.url()).toBe(new URL('lessons/?lang', site).href);
  await page.goBack();
  // the engine, too, was kept
  await page.locator('[data-testid="latency"][data-value]').waitFor({ timeout: 50_000 });
  await context.close();
}, 120_000);
