// Weights in and networks out in the built site: a file of timm, a damaged one, an address that gives nothing; ONNX, code and tables taken away.
import { readFileSync } from 'node:fs';
import { buffer as collected } from 'node:stream/consumers';
import * as ort from 'onnxruntime-web';
import type { Download, Page } from 'playwright-core';
import { describe } from 'vitest';
import { stored } from '../core/interchange/stored.ts';
import { seriousFindings } from './support/accessibility.ts';
import { expect, test } from './support/test.ts';

const TIMM = 'tests/fixtures/interop/lcnet_035.safetensors';

async function openImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Import …' }).click();
  await page.getByRole('heading', { name: 'A network from a file' }).waitFor();
}

const give = (page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }) =>
  page.locator('dialog input[type=file]').setInputFiles(file);

/** The browser is a process of its own, with files of its own. */
const contentOf = async (download: Download): Promise<Buffer> => collected(await download.createReadStream());

async function openExport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Export network …' }).click();
  await page.getByRole('heading', { name: 'Take the network with you' }).waitFor();
}

describe('weights of others', () => {
  test('are shown, taken over, and used for the picture', async ({ visit }) => {
    const page = await visit();
    await openImport(page);
    await give(page, TIMM);
    await page.getByText('with tensor names of timm').waitFor({ timeout: 30_000 });
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Use this network' }).click();
    expect(new URL(page.url()).search).toBe(
      '?scale=0.35&classes=7&last-conv-bias=1&dropout=0&dropout-mode=inverted',
    );
    await page.getByText('with the weights of lcnet_035.safetensors').waitFor({ timeout: 60_000 });
    // the tensors fit at any size; that they were trained at another is said
    await page.getByLabel('Resolution').fill('160');
    await page.getByText('Not as these weights were trained: resolution').waitFor({ timeout: 60_000 });
    // another width has none of them
    await page.getByRole('button', { name: '0.5', exact: true }).click();
    await page.getByText('weights (seeded He initialisation)').waitFor({ timeout: 60_000 });
  });

  test('that are damaged change nothing', async ({ visit }) => {
    const page = await visit('?scale=0.75');
    await openImport(page);
    const buffer = readFileSync(TIMM).subarray(0, 100_000);
    await give(page, { name: 'cut.safetensors', mimeType: 'application/octet-stream', buffer });
    await page.getByText('cut.safetensors cannot be used').waitFor({ timeout: 30_000 });
    expect(new URL(page.url()).search).toBe('?scale=0.75');
  });

  test('from an address that gives nothing lead to a download by hand', async ({ visit }) => {
    const page = await visit();
    await page.context().route('https://huggingface.co/**', (route) => route.abort());
    await openImport(page);
    await page.getByText('Published weights, or an address').click();
    await page.getByRole('button', { name: 'Fetch lcnet_050.ra2_in1k' }).click();
    await page.getByText('download it there, then drop it here').waitFor({ timeout: 30_000 });
  });
});

test('a fetched file is kept until the visitor deletes it', async ({ visit }) => {
  const page = await visit();
  await page
    .context()
    .route('https://huggingface.co/**', (route) =>
      route.fulfill({ path: TIMM, headers: { 'access-control-allow-origin': '*' } }),
    );
  const fetchIt = async () => {
    await openImport(page);
    await page.getByText('Published weights, or an address').click();
    await page.getByRole('button', { name: 'Fetch lcnet_050.ra2_in1k' }).click();
    await page.getByText('with tensor names of timm').waitFor({ timeout: 30_000 });
  };
  await fetchIt();
  await page.getByText('Fetched files kept in this browser: 1').waitFor();
  await page.keyboard.press('Escape');
  await page.context().unroute('https://huggingface.co/**');
  await page.context().route('https://huggingface.co/**', (route) => route.abort());
  await fetchIt();
  await page.getByRole('button', { name: 'Delete them' }).click();
  await page.getByText('The fetched files were deleted').waitFor();
  const kept = await page.evaluate(async () => (await (await caches.open('lcnet-weights')).keys()).length);
  expect(kept).toBe(0);
});

test('settings leave as JSON and come back', async ({ visit }) => {
  const page = await visit('?scale=0.25&se=0100000000000');
  await openExport(page);
  await page.getByRole('radio', { name: 'Settings' }).check({ force: true });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save', exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^pplcnet-x0\.25-[\da-f]{6}\.json$/);
  const buffer = await contentOf(download);
  const other = await visit();
  await openImport(other);
  await give(other, { name: 'network.json', mimeType: 'application/json', buffer });
  await other.waitForURL(/scale=0\.25&se=0100000000000/);
});

describe('a network dialled in the page', () => {
  test('leaves as ONNX and runs in onnxruntime', async ({ visit }) => {
    const page = await visit('?scale=0.25&resolution=96&classes=10');
    await openExport(page);
    await page.getByText('untrained weights, drawn from a seed').waitFor({ timeout: 60_000 });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save', exact: true }).click(),
    ]);
    const name = download.suggestedFilename();
    // resolution and classes are no default ones
    expect(name).toMatch(/^pplcnet-x0\.25-[\da-f]{6}\.onnx$/);
    await page.getByText(`Saved: ${name}`).waitFor();
    ort.env.wasm.numThreads = 1;
    const session = await ort.InferenceSession.create(Uint8Array.from(await contentOf(download)));
    const input = new ort.Tensor('float32', new Float32Array(3 * 96 * 96), [1, 3, 96, 96]);
    const { output } = await session.run({ input });
    expect(output?.dims).toEqual([1, 10]);
    expect([...(output?.data as Float32Array)].every(Number.isFinite)).toBe(true);
  });

  test('leaves as a graph model of TensorFlow.js in one file', async ({ visit }) => {
    const page = await visit('?scale=0.25&last-conv=0');
    await openExport(page);
    await page.getByText('untrained weights, drawn from a seed').waitFor({ timeout: 60_000 });
    await page.getByRole('radio', { name: 'TensorFlow.js' }).check({ force: true });
    const downloads: Download[] = [];
    page.on('download', (download) => downloads.push(download));
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('-tfjs.zip').waitFor();
    expect(downloads).toHaveLength(1);
    const archive = await contentOf(downloads[0] ?? expect.fail('no download'));
    const names = stored(Uint8Array.from(archive)).map((file) => file.name.split('/')[1]);
    expect(names).toEqual(['model.json', 'weights.bin']);
  });

  test('leaves as code and as a table', async ({ visit }) => {
    const page = await visit('?scale=0.5');
    await openExport(page);
    await page.getByRole('radio', { name: 'Code' }).check({ force: true });
    expect(await page.getByLabel('pplcnet_pytorch.py').inputValue()).toContain('class PPLCNet');
    await page.getByRole('radio', { name: 'Keras' }).check({ force: true });
    expect(await page.getByLabel('pplcnet_keras.py').inputValue()).toContain('keras.Input');
    await page.getByRole('radio', { name: 'Stage table' }).check({ force: true });
    expect(await page.getByLabel('pplcnet-x0.5-stages.md').inputValue()).toContain('| Block |');
    await page.getByRole('radio', { name: 'Report' }).check({ force: true });
    await page
      .frameLocator('iframe[title="pplcnet-x0.5-report.html"]')
      .getByText('PP-LCNet')
      .first()
      .waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });
});
