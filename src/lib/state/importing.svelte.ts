// Importing: a file is read in the worker, shown, and taken over only when the visitor says so. Nothing is lost when it fails.
import { MAX_WEIGHT_BYTES } from '$lib/core/interchange/limits.ts';
import type { EngineClient } from '$lib/engines/client.ts';
import { asEngineError, EngineError, isEngineError } from '$lib/engines/errors.ts';
import type { Answer, DownloadProgress, WeightFile } from '$lib/engines/protocol.ts';

type RemoteFile = Extract<WeightFile, { readonly url: string }>;

/** Rejects with EngineError `file`: too large, a folder, or gone meanwhile. */
async function contentOf(file: File): Promise<WeightFile> {
  const refuse = (detail: string) => new EngineError('file', detail, { file: file.name, detail });
  if (file.size > MAX_WEIGHT_BYTES) throw refuse(`${file.size} bytes, at most ${MAX_WEIGHT_BYTES} expected`);
  const bytes = await file.arrayBuffer().catch((error: unknown) => {
    throw refuse(error instanceof Error ? error.message : String(error));
  });
  return { name: file.name, bytes: new Uint8Array(bytes) };
}

export interface Found {
  readonly name: string;
  readonly network: Answer<'importWeights'>;
}

export class Importing {
  readonly #client: Pick<EngineClient, 'ask'>;
  #control = new AbortController();
  /** Name of the file that is being read. */
  reading = $state<string | undefined>();
  progress = $state.raw<DownloadProgress | undefined>();
  found = $state.raw<Found | undefined>();
  error = $state.raw<EngineError | undefined>();

  constructor(client: Pick<EngineClient, 'ask'>) {
    this.#client = client;
  }

  /** Reads a file in place of any other that is still being read. */
  async read(file: File | RemoteFile): Promise<void> {
    this.forget();
    const { signal } = (this.#control = new AbortController());
    this.reading = file.name;
    try {
      const onProgress = (progress: DownloadProgress) => (this.progress = progress);
      const given = file instanceof File ? await contentOf(file) : file;
      const network = await this.#client.ask('importWeights', { file: given }, { signal, onProgress });
      if (!signal.aborted) this.found = { name: file.name, network };
    } catch (error) {
      if (signal.aborted || isEngineError(error, 'cancelled')) return;
      this.error = asEngineError(error);
    } finally {
      if (!signal.aborted) this.#rest();
    }
  }

  /** Ends reading, and shows nothing more of what was read. */
  forget(): void {
    this.cancel();
    this.found = undefined;
    this.error = undefined;
  }

  cancel(): void {
    this.#control.abort();
    this.#rest();
  }

  #rest(): void {
    this.reading = undefined;
    this.progress = undefined;
  }
}
