// What came out last: it stays, as old, while the next is on its way, so that a turning knob moves nothing, and goes where nothing newer will come.
import type { Results } from '$lib/state/results.ts';
import type { Runner } from '$lib/state/runner.svelte.ts';
import { Seldom } from '../ui/seldom.svelte.ts';

/** Where nothing is being computed, nothing newer will come. */
export const isIdle = ({ phase }: Runner): boolean => ['stopped', 'failed', 'lent'].includes(phase);

export class Latest<T> {
  readonly #runner: () => Runner;
  readonly #read: (results: Results) => T | undefined;
  readonly #newest: Seldom<T | undefined>;

  /** To be made while a component is set up. */
  constructor(runner: () => Runner, read: (results: Results) => T | undefined) {
    this.#runner = runner;
    this.#read = read;
    let newest: T | undefined;
    this.#newest = new Seldom(() => {
      if (this.now !== undefined || isIdle(this.#runner())) newest = this.now;
      return newest;
    });
  }

  /** Of the present network and picture. */
  readonly now = $derived.by(() => this.#read(this.#runner().now));

  /** Of the present ones, or of those before. */
  get value(): T | undefined {
    return this.#newest.value;
  }

  readonly isOld = $derived(this.now === undefined);
}
