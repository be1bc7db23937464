// Trying and measuring many networks in a row. What is done stays, whenever it ends: by itself, on request, or as a knob is turned.
import type { NetConfig } from '$lib/core/config/netConfig.ts';
import { configKey } from '$lib/core/options.ts';
import { EngineError, isEngineError } from '$lib/engines/errors.ts';
import type { Runner } from './runner.svelte.ts';
import { FIRST_IMAGES } from './trials.svelte.ts';

/** Time limit for the latency of each network. */
const MEASURE_MS = 800;

export class Exploration {
  readonly #runner: Runner;
  #control = new AbortController();
  progress = $state.raw<{ readonly done: number; readonly total: number } | undefined>();
  error = $state.raw<EngineError | undefined>();

  constructor(runner: Runner) {
    this.#runner = runner;
  }

  /** Networks that are known already are passed over. Afterwards the present network goes on. */
  async start(networks: readonly NetConfig[]): Promise<void> {
    this.stop();
    this.#control = new AbortController();
    const { signal } = this.#control;
    this.error = undefined;
    this.#runner.suspend();
    try {
      for (const [done, config] of networks.entries()) {
        this.progress = { done, total: networks.length };
        await this.#try(config, signal);
      }
      this.#runner.start();
    } catch (error) {
      // a newer network has the worker now: that is how turning a knob ends it
      if (isEngineError(error, 'superseded')) return;
      this.#runner.start();
      if (!signal.aborted) this.error = error instanceof EngineError ? error : undefined;
    } finally {
      this.progress = undefined;
    }
  }

  stop(): void {
    this.#control.abort();
  }

  async #try(config: NetConfig, signal: AbortSignal): Promise<void> {
    const { trials, measurements, client, devices } = this.#runner;
    const [key, device] = [configKey(config), devices.pick()];
    const known = (trials.of(key)?.length ?? 0) >= FIRST_IMAGES;
    const measured = measurements.find(key, device) !== undefined;
    if (known && measured) return;
    await trials.load(config, device, signal);
    await trials.run(key, FIRST_IMAGES, signal);
    if (measured) return;
    const measurement = await client.ask('measure', { maxMs: MEASURE_MS }, { signal });
    measurements.add(key, measurement);
  }
}
