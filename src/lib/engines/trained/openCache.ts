// A browser's cache for files of this program.

/** Undefined where the browser has none, as over plain HTTP, or refuses it: then files are fetched anew each time. */
export async function openCache(name: string): Promise<Cache | undefined> {
  try {
    return await caches.open(name);
  } catch {
    return undefined;
  }
}
