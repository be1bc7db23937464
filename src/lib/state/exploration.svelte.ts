// Trying and measuring many networks in a row. What is done stays, whenever it ends: by itself, on request, or as anybody else needs the worker.
import type { NetConfig } from '$lib/core/config/netConfig.ts';
import { configKey } from '$lib/core/options.ts';
import { asEngineError, type EngineError } from '$lib/engines/errors.ts';
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

  /**
   * Each network on the first images and against the clock, then each on all images; what is known is passed over.
   * `rounds`: on how many images each round ends.
   * Afterwards the present network goes on.
   */
  async start(
    networks: readonly NetConfig[],
    rounds: readonly number[] = [FIRST_IMAGES, Infinity],
  ): Promise<void> {
    this.stop();
    const own = (this.#control = new AbortController());
    // a turned knob, another device, a field to be measured: all of them take the worker by way of the runner
    const taken = this.#runner.suspend();
    const signal = AbortSignal.any([own.signal, taken]);
    this.error = undefined;
    try {
      for (const images of rounds)
        for (const [done, config] of networks.entries()) {
          this.progress = { done, total: networks.length };
          await this.#try(config, images, signal);
        }
    } catch (error) {
      if (!signal.aborted) this.error = asEngineError(error);
    }
    if (this.#control !== own) return;
    this.progress = undefined;
    if (!taken.aborted) this.#runner.start();
  }

  stop(): void {
    this.#control.abort();
  }

  /** Asks nothing once the signal is aborted: the worker may hold another network by then. */
  async #try(config: NetConfig, images: number, signal: AbortSignal): Promise<void> {
    const { trials, measurements, client, devices } = this.#runner;
    const [key, device] = [configKey(config), devices.pick()];
    const known = trials.isTried(key, images);
    const measured = measurements.find(key, device) !== undefined;
    if (known && measured) return;
    signal.throwIfAborted();
    await trials.load({ config, device, weights: { trained: true } }, signal);
    signal.throwIfAborted();
    await trials.run(key, images, signal);
    signal.throwIfAborted();
    if (measured) return;
    const measurement = await client.ask('measure', { maxMs: MEASURE_MS }, { signal });
    measurements.add(key, measurement);
  }
}

const explorations = new WeakMap<Runner, Exploration>();

/** One per tab, made when somebody asks for it: it goes on while other pages are looked at. */
export function explorationOf(runner: Runner): Exploration {
  const exploration = explorations.get(runner) ?? new Exploration(runner);
  explorations.set(runner, exploration);
  return exploration;
}
