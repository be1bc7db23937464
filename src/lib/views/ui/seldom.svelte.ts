// A value that seldom changes, though what it follows from changes at every turn of a knob.
import { untrack } from 'svelte';

/**
 * All that hangs on a derived value is visited when anything that it follows from changes, and asks whether it has changed itself. What hangs on this is
 * left alone until the value is another one. For templates: code that has just written what it follows from would still read the old value. To be made
 * while a component is set up.
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
