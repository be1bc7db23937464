// importWeights: reads a weight file, given or fetched, and tells which network it is for.
import { EngineError } from '../errors.ts';
import type { WeightFile } from '../protocol.ts';
import { fetchBytes } from '../trained/fetchBytes.ts';
import { throwIfAborted } from '../turn.ts';
import type { Context, Handler } from './question.ts';

/** What came from an address once is there without a connection too. */
const CACHE = 'lcnet-weights';

type Fetched = Extract<WeightFile, { readonly url: string }>;

const detailOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function fetched(
  { url }: Fetched,
  { signal, report }: Context<'importWeights'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const cache = await caches.open(CACHE).catch(() => undefined);
  const kept = await cache?.match(url).catch(() => undefined);
  if (kept) return new Uint8Array(await kept.arrayBuffer());
  try {
    const onBytes = (bytes: number, total: number | undefined) =>
      report({ bytes, ...(total === undefined ? {} : { total }) });
    return await fetchBytes({ url, init: { signal, credentials: 'omit' }, onBytes });
  } catch (error) {
    throwIfAborted(signal);
    throw new EngineError('address', `${url}: ${detailOf(error)}`, { url, detail: detailOf(error) });
  }
}

async function keep(url: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const cache = await caches.open(CACHE).catch(() => undefined);
  await cache?.put(url, new Response(bytes)).catch(() => undefined);
}

export const importWeights: Handler<'importWeights'> = async ({ file }, context) => {
  const bytes = 'url' in file ? await fetched(file, context) : file.bytes;
  // readers of file formats are loaded when there is a file
  const { importWeights: read } = await import('../../core/interchange/importWeights.ts');
  try {
    const network = read({ bytes, fileName: file.name });
    if ('url' in file) await keep(file.url, bytes);
    return network;
  } catch (error) {
    throw new EngineError('file', detailOf(error), { file: file.name, detail: detailOf(error) });
  }
};
