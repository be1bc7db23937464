// Importing: a file is read in the worker, shown, and taken over only when the visitor says so. Nothing is lost when it fails.
import type { EngineClient } from '$lib/engines/client.ts';
import { asEngineError, isEngineError, type EngineError } from '$lib/engines/errors.ts';
import type { Answer, DownloadProgress, WeightFile } from '$lib/engines/protocol.ts';

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
  async read(file: WeightFile): Promise<void> {
    this.cancel();
    const { signal } = (this.#control = new AbortController());
    this.found = undefined;
    this.error = undefined;
    this.reading = file.name;
    try {
      const onProgress = (progress: DownloadProgress) => (this.progress = progress);
      const network = await this.#client.ask('importWeights', { file }, { signal, onProgress });
      if (!signal.aborted) this.found = { name: file.name, network };
    } catch (error) {
      if (signal.aborted || isEngineError(error, 'cancelled')) return;
      this.error = asEngineError(error);
    } finally {
      if (!signal.aborted) this.#rest();
    }
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
