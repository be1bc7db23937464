// Exporting: the network that runs in the worker becomes a file there; what went wrong is kept for the page to say.
import type { EngineClient } from '$lib/engines/client.ts';
import { asEngineError, type EngineError } from '$lib/engines/errors.ts';
import type { Answer, Args } from '$lib/engines/protocol.ts';

export class Exporting {
  readonly #client: Pick<EngineClient, 'ask'>;
  busy = $state(false);
  error = $state.raw<EngineError | undefined>();

  constructor(client: Pick<EngineClient, 'ask'>) {
    this.#client = client;
  }

  /** Undefined where it failed; `error` says why. */
  async write(request: Args<'exportModel'>): Promise<Answer<'exportModel'> | undefined> {
    this.busy = true;
    this.error = undefined;
    try {
      return await this.#client.ask('exportModel', request);
    } catch (error) {
      this.error = asEngineError(error);
      return undefined;
    } finally {
      this.busy = false;
    }
  }
}
