// Trained networks in the whole conversation: the shipped files, cut and tried by the real server; and files that are missing or damaged.
import { afterEach, describe, expect, test } from 'vitest';
import { bytesOf, readSiteFile } from '../../src/cli/siteFiles.ts';
import { WEIGHTS } from '../../src/lib/core/trained/files.ts';
import { TRAINED_DEFAULTS } from '../../src/lib/core/trained/covers.ts';
import { EngineClient } from '../../src/lib/engines/client.ts';
import type { DeviceId } from '../../src/lib/engines/devices.ts';
import { EngineError } from '../../src/lib/engines/errors.ts';
import type { Part } from '../../src/lib/engines/trained/evaluate.ts';
import { checkedContent, type ReadFile } from '../../src/lib/engines/trained/taskData.ts';
import { fakeWorker } from './fakeWorker.ts';

const config = { ...TRAINED_DEFAULTS, scale: 0.25 };
let client: EngineClient;
const start = (readFile: ReadFile = readSiteFile) => {
  client = new EngineClient({ start: () => fakeWorker({ readFile }) });
  return client;
};
afterEach(() => client.stop());

const load = (device: DeviceId = 'wasm', change = {}) =>
  client.ask('load', { config: { ...config, ...change }, device, weights: { trained: true } });

describe('a trained network', () => {
  test('is tried on images, part by part, and goes on where it ended', async () => {
    start();
    expect((await load()).weights).toBe('trained');
    const { labels } = await client.ask('testImages', {});
    const parts: Part[] = [];
    const onProgress = (part: Part) => parts.push(part);
    const first = await client.ask('evaluate', { from: 0, to: 200 }, { onProgress });
    const second = await client.ask('evaluate', { from: 200, to: 330 }, { onProgress });
    expect([first.images, second.images]).toEqual([200, 130]);
    const predictions = parts.flatMap(({ predictions: some }) => [...some]);
    expect(predictions).toHaveLength(330);
    const right = predictions.filter((predicted, i) => predicted === labels[i]).length;
    expect(right / 330).toBeGreaterThan(0.85);
  }, 60_000);

  test('has no more images than there are', async () => {
    start();
    await load();
    expect((await client.ask('evaluate', { from: 9_990, to: Infinity })).images).toBe(10);
  }, 30_000);

  test('says where a score comes from', async () => {
    start();
    await load();
    const map = await client.ask('activationMap', { classIndex: 9 });
    expect([map.height, map.width, map.values.length]).toEqual([4, 4, 16]);
    expect(map.values.some((value) => value !== 0)).toBe(true);
  }, 30_000);

  test('is refused where there are no weights for it, and the settings are named', async () => {
    start();
    await expect(load('wasm', { activation: 'relu' })).rejects.toMatchObject({
      code: 'untrained',
      data: { settings: ['activation'] },
    });
  });
});

describe('files', () => {
  test('that are damaged are named, and fetched anew at the next try', async () => {
    let damaged = true;
    start((file) => {
      const bytes = bytesOf(file);
      if (damaged && file.path.endsWith('.safetensors'))
        bytes.fill(7, bytes.length >> 1, (bytes.length >> 1) + 4);
      return checkedContent(file, bytes);
    });
    await expect(load()).rejects.toMatchObject({
      code: 'data',
      data: { problem: 'damaged', file: WEIGHTS.path },
    });
    damaged = false;
    expect((await load()).weights).toBe('trained');
  }, 30_000);

  test('that end too early are damaged, too', async () => {
    start((file) => {
      const bytes = bytesOf(file);
      return checkedContent(file, file.path.includes('images') ? bytes.slice(0, bytes.length / 2) : bytes);
    });
    await expect(load()).rejects.toMatchObject({ code: 'data', data: { problem: 'damaged' } });
  });

  test('that cannot be had are named', async () => {
    const detail = 'HTTP 404';
    start(({ path }) =>
      Promise.reject(new EngineError('data', path, { file: path, problem: 'unreachable', detail })),
    );
    await expect(load()).rejects.toMatchObject({ code: 'data', data: { problem: 'unreachable', detail } });
  });

  test('are fetched once, for all who wait; one who leaves stops nobody', async () => {
    const read: string[] = [];
    start((file, onBytes) => {
      read.push(file.path);
      return readSiteFile(file, onBytes);
    });
    const control = new AbortController();
    const left = client.ask(
      'load',
      { config, device: 'wasm', weights: { trained: true } },
      { signal: control.signal },
    );
    const images = client.ask('testImages', {});
    control.abort();
    await expect(left).rejects.toMatchObject({ code: 'cancelled' });
    expect((await images).labels).toHaveLength(10_000);
    await load();
    expect(new Set(read).size).toBe(read.length);
  }, 30_000);
});

test('every device that runs in Node says the same of the same images', async () => {
  start();
  const answers: string[] = [];
  for (const device of ['simd', 'wasm', 'cpu', 'reference'] as const) {
    await load(device);
    const found: number[] = [];
    await client.ask(
      'evaluate',
      { from: 0, to: 50 },
      { onProgress: ({ predictions }) => found.push(...predictions) },
    );
    answers.push(found.join(''));
  }
  expect(new Set(answers).size).toBe(1);
}, 120_000);
