// Weight files from addresses: fetched once and kept, and fetched anew where what was kept or came is not whole.
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EngineClient } from '../../src/lib/engines/client.ts';
import { fakeWorker } from './fakeWorker.ts';

const FILE = new Uint8Array(readFileSync('tests/fixtures/interop/lcnet_035.safetensors'));
const file = { name: 'lcnet_035.safetensors', url: 'https://example.org/lcnet_035.safetensors' };

let kept: Map<string, Uint8Array<ArrayBuffer>>;
let served: { readonly bytes: Uint8Array<ArrayBuffer>; readonly announced: number } | undefined;
const fetching = vi.fn(() => {
  if (!served) return Promise.reject(new Error('offline'));
  const headers = { 'content-length': String(served.announced) };
  return Promise.resolve(new Response(served.bytes, { headers }));
});

const cache = {
  match: (url: string) => Promise.resolve(kept.has(url) ? new Response(kept.get(url)) : undefined),
  put: async (url: string, response: Response) => {
    kept.set(url, new Uint8Array(await response.arrayBuffer()));
  },
  delete: (url: string) => Promise.resolve(kept.delete(url)),
};

const client = new EngineClient({ start: () => fakeWorker() });

beforeEach(() => {
  kept = new Map();
  served = { bytes: FILE, announced: FILE.length };
  vi.stubGlobal('caches', { open: () => Promise.resolve(cache) });
  vi.stubGlobal('fetch', fetching.mockClear());
});
afterEach(() => {
  client.stop();
  vi.unstubAllGlobals();
});

const classes = async () => (await client.ask('importWeights', { file })).config.classes;

test('a file is fetched once, and is there without a connection', async () => {
  expect(await classes()).toBe(7);
  served = undefined;
  expect(await classes()).toBe(7);
  expect(fetching).toHaveBeenCalledTimes(1);
});

test('a kept file that was cut short is fetched anew, and kept whole', async () => {
  kept.set(file.url, FILE.slice(0, 100_000));
  expect(await classes()).toBe(7);
  expect(kept.get(file.url)).toHaveLength(FILE.length);
  // and without a connection it is no longer in the way
  kept.set(file.url, FILE.slice(0, 100_000));
  served = undefined;
  await expect(classes()).rejects.toMatchObject({ code: 'address' });
  expect(kept.size).toBe(0);
});

test('a download that ends too early is said to, and nothing of it is kept', async () => {
  served = { bytes: FILE.slice(0, 100_000), announced: FILE.length };
  await expect(classes()).rejects.toMatchObject({
    code: 'address',
    data: { detail: `cut short: 100000 of ${FILE.length} bytes` },
  });
  expect(kept.size).toBe(0);
});

test('a file of another kind is refused by name, and not kept', async () => {
  served = { bytes: new TextEncoder().encode('no weights'), announced: 10 };
  await expect(classes()).rejects.toMatchObject({ code: 'file', data: { file: file.name } });
  expect(kept.size).toBe(0);
});
