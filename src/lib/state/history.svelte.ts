// Steps of work in the browser's own history: Back and Forward, Ctrl+Z and the buttons are one and the same thing.
import { pushState, replaceState } from '$app/navigation';
import { page } from '$app/state';
import { keepLocale } from './locale.ts';

export class StepHistory {
  readonly #onmove: (search: string) => void;
  #last = $state(0);

  /** `onmove` gets the query of the entry that Back or Forward arrived at. */
  constructor(onmove: (search: string) => void) {
    this.#onmove = onmove;
  }

  get #step(): number {
    return page.state.step ?? 0;
  }

  get canUndo(): boolean {
    return this.#step > 0;
  }

  get canRedo(): boolean {
    return this.#step < this.#last;
  }

  /** Adds a step, unless the address stays what it is. */
  push(search: string): void {
    if (search === location.search) return;
    this.#last = this.#step + 1;
    pushState(`${location.pathname}${search}`, { step: this.#last });
  }

  /** Corrects the address of the present step, as after a refused setting. */
  correct(search: string): void {
    if (search !== location.search) replaceState(`${location.pathname}${search}`, page.state);
  }

  undo(): void {
    if (this.canUndo) history.back();
  }

  redo(): void {
    if (this.canRedo) history.forward();
  }

  /** Follows Back and Forward until the returned function is called. Reads the present address at once. */
  follow(): () => void {
    const move = () => {
      this.#onmove(location.search);
      void keepLocale();
    };
    // an entry that no step made has none after it
    if (page.state.step === undefined) this.#last = 0;
    this.#onmove(location.search);
    addEventListener('popstate', move);
    return () => removeEventListener('popstate', move);
  }
}
