// Files of the site in a browser: from the cache if they were fetched before, else from the network, with progress.
import type { DataFile } from '../../core/trained/files.ts';
import { EngineError } from '../errors.ts';
import { fetchBytes } from './fetchBytes.ts';
import { openCache } from './openCache.ts';
import { checkedContent, FILES, type ReadFile } from './taskData.ts';

const CACHE = 'lcnet-data';

const unreachable = ({ path }: DataFile, detail: string): EngineError =>
  new EngineError('data', `${path}: ${detail}`, { file: path, problem: 'unreachable', detail });

async function fetched(
  file: DataFile,
  url: string,
  onBytes: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await fetchBytes({ url, init: { cache: 'no-cache' }, onBytes });
  } catch (error) {
    throw unreachable(file, error instanceof Error ? error.message : String(error));
  }
}

/** The name under which a file is kept: another content has another name. */
const keptAs = (url: string, { sha256 }: DataFile): string => `${url}?sha256=${sha256}`;

/** Forgets what this version of the program does not use, whatever its name was. */
async function forgetOthers(cache: Cache, site: string): Promise<void> {
  const used = FILES.map((file) => keptAs(new URL(file.path, site).href, file));
  for (const { url } of await cache.keys())
    if (url.startsWith(site) && !used.includes(url)) await cache.delete(url);
}

/** @param site address of the site's root. A damaged file is not kept, so that the next try fetches it anew. */
export const fileReader =
  (site: string): ReadFile =>
  async (file, onBytes) => {
    const url = new URL(file.path, site).href;
    const kept = keptAs(url, file);
    const cache = await openCache(CACHE);
    const known = await cache?.match(kept).catch(() => undefined);
    if (known) {
      onBytes(file.bytes);
      // what was kept may have been cut short by a full disk
      const content = await known
        .arrayBuffer()
        .then((bytes) => checkedContent(file, new Uint8Array(bytes)))
        .catch(() => undefined);
      if (content) return content;
      await cache?.delete(kept).catch(() => false);
    }
    const bytes = await fetched(file, url, onBytes);
    const content = await checkedContent(file, bytes);
    if (cache) {
      await cache.put(kept, new Response(bytes)).catch(() => undefined);
      await forgetOthers(cache, site).catch(() => undefined);
    }
    return content;
  };
