// Whether a figure is on its way to another structure: a level, a layout, a block opened. Turning a knob is none.

/** Longer than the motion itself, which the style sheet sets. */
const LASTS_MS = 400;

export class Movement {
  #on = $state(false);

  /** `structure`: a text that changes when the figure becomes another one. To be made while a component is set up. */
  constructor(structure: () => string) {
    let before: string | undefined;
    // Outside: the clock. Before the page is updated, so that the change itself is seen as movement.
    $effect.pre(() => {
      const now = structure();
      if (before !== undefined && before !== now) this.#on = true;
      before = now;
      const timer = setTimeout(() => (this.#on = false), LASTS_MS);
      return () => clearTimeout(timer);
    });
  }

  get on(): boolean {
    return this.#on;
  }
}
