// What came out last: it stays, as old, while the next is on its way, so that a turning knob moves nothing, and goes where nothing newer will come.
import type { Results } from '$lib/state/results.ts';
import type { Runner } from '$lib/state/runner.svelte.ts';

/** Where nothing is being computed, nothing newer will come. */
export const isIdle = ({ phase }: Runner): boolean => ['stopped', 'failed', 'lent'].includes(phase);

export class Latest<T> {
  readonly #runner: () => Runner;
  readonly #read: (results: Results) => T | undefined;
  #newest: T | undefined;

  constructor(runner: () => Runner, read: (results: Results) => T | undefined) {
    this.#runner = runner;
    this.#read = read;
  }

  /** Of the present network and picture. */
  readonly now = $derived.by(() => this.#read(this.#runner().now));

  /** Of the present ones, or of those before. */
  readonly value = $derived.by(() => {
    if (this.now !== undefined || isIdle(this.#runner())) this.#newest = this.now;
    return this.#newest;
  });

  readonly isOld = $derived(this.now === undefined);
}
