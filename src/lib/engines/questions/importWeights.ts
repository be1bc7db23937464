// importWeights: reads a weight file, given or fetched, and tells which network it is for.
import { KEPT_FILES } from '../../core/interchange/keptFiles.ts';
import type { ImportedNetwork } from '../../core/interchange/importWeights.ts';
import { EngineError } from '../errors.ts';
import type { WeightFile } from '../protocol.ts';
import { fetchBytes } from '../trained/fetchBytes.ts';
import { openCache } from '../trained/openCache.ts';
import { throwIfAborted } from '../turn.ts';
import type { Context, Handler } from './question.ts';

type Fetched = Extract<WeightFile, { readonly url: string }>;
type Bytes = Uint8Array<ArrayBuffer>;
type Read = (bytes: Bytes) => ImportedNetwork;

const detailOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function fetched({ url }: Fetched, { signal, report }: Context<'importWeights'>): Promise<Bytes> {
  try {
    const onBytes = (bytes: number, total: number | undefined) =>
      report({ bytes, ...(total === undefined ? {} : { total }) });
    return await fetchBytes({ url, init: { signal, credentials: 'omit' }, onBytes });
  } catch (error) {
    throwIfAborted(signal);
    throw new EngineError('address', `${url}: ${detailOf(error)}`, { url, detail: detailOf(error) });
  }
}

/** What was kept whole may be cut short by now, by a full disk or an interrupted write: then it is as if it had not been kept. */
async function readKept(cache: Cache | undefined, url: string, read: Read) {
  try {
    const kept = await cache?.match(url);
    return kept && read(new Uint8Array(await kept.arrayBuffer()));
  } catch {
    await cache?.delete(url).catch(() => false);
    return undefined;
  }
}

/** What came from an address once is there without a connection too. */
async function readFetched(file: Fetched, context: Context<'importWeights'>, read: Read) {
  const cache = await openCache(KEPT_FILES);
  const known = await readKept(cache, file.url, read);
  if (known) return known;
  const bytes = await fetched(file, context);
  const network = read(bytes);
  await cache?.put(file.url, new Response(bytes)).catch(() => undefined);
  return network;
}

export const importWeights: Handler<'importWeights'> = async ({ file }, context) => {
  // readers of file formats are loaded when there is a file
  const { importWeights: readFile } = await import('../../core/interchange/importWeights.ts');
  const read: Read = (bytes) => {
    try {
      return readFile({ bytes, fileName: file.name });
    } catch (error) {
      throw new EngineError('file', detailOf(error), { file: file.name, detail: detailOf(error) });
    }
  };
  return 'url' in file ? readFetched(file, context, read) : read(file.bytes);
};
