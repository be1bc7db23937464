// Weight files that were fetched from their publishers: which of them the browser keeps, and how they are let go.
import { KEPT_FILES } from '$lib/core/interchange/keptFiles.ts';

export interface KeptFile {
  /** Where it came from. */
  readonly url: string;
  readonly bytes: number;
}

export class KeptFiles {
  list = $state.raw<readonly KeptFile[]>([]);

  /** Empty where the browser keeps nothing or does not say. */
  async look(): Promise<void> {
    try {
      const cache = await caches.open(KEPT_FILES);
      const sizeOf = async (request: Request) => (await (await cache.match(request))?.blob())?.size ?? 0;
      const requests = await cache.keys();
      this.list = await Promise.all(
        requests.map(async (request) => ({ url: request.url, bytes: await sizeOf(request) })),
      );
    } catch {
      this.list = [];
    }
  }

  /** Weights that are in use stay in use. */
  async forget(): Promise<void> {
    await caches.delete(KEPT_FILES).catch(() => false);
    await this.look();
  }
}
