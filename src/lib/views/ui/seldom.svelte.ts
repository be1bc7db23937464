// A value that seldom changes, though what it follows from changes at every turn of a knob.
import { untrack } from 'svelte';

/**
 * All that hangs on a derived value is visited when anything that it follows from changes, and asks whether it has changed itself. What hangs on this is
 * left alone until the value is another one. To be made while a component is set up; what stands before it in the page sees a change one flush later.
 */
export class Seldom<T> {
  #value: T;

  constructor(read: () => T) {
    this.#value = $state.raw(untrack(read));
    // Before the page is updated, so that it shows the new value at once.
    $effect.pre(() => {
      this.#value = read();
    });
  }

  get value(): T {
    return this.#value;
  }
}
