// Presenter mode: full screen, and steps turned by keyboard, clicker or swipe. The page's own links do the turning.

/** A clicker sends Page Up and Page Down. */
const KEYS: Readonly<Record<string, 'prev' | 'next'>> = {
  ArrowLeft: 'prev',
  PageUp: 'prev',
  ArrowRight: 'next',
  PageDown: 'next',
  ' ': 'next',
};
/** They have their own use of keys and fingers. */
const KNOBS = 'input, select, textarea, [role="application"]';
/** Least way of a finger, in pixels. */
const SWIPE = 60;

const isOn = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;

export class Presentation {
  #on = $state(false);
  #touch: { readonly x: number; readonly y: number } | undefined;

  get on(): boolean {
    return this.#on;
  }

  begin(): void {
    this.#on = true;
    // where the browser refuses or has none, the page fills its window all the same
    if (document.fullscreenEnabled) document.documentElement.requestFullscreen().catch(() => undefined);
  }

  end(): void {
    this.#on = false;
    if (document.fullscreenElement) void document.exitFullscreen();
  }

  press(event: KeyboardEvent): void {
    // with a modifier, a key is the browser's: Alt and an arrow go back
    if (!this.#on || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') this.end();
    const way = KEYS[event.key];
    if (!way || isOn(event.target, KNOBS)) return;
    if (event.key === ' ' && isOn(event.target, 'button, a')) return;
    event.preventDefault();
    turn(way);
  }

  /** Follows fingers, and the browser's own way out of full screen. */
  readonly attach = (element: HTMLElement): (() => void) => {
    const control = new AbortController();
    const { signal } = control;
    const left = () => {
      if (!document.fullscreenElement) this.#on = false;
    };
    document.addEventListener('fullscreenchange', left, { signal });
    element.addEventListener(
      'touchstart',
      ({ touches: [finger, another], target }) => {
        const isSwipe = finger && !another && !isOn(target, KNOBS);
        this.#touch = isSwipe ? { x: finger.clientX, y: finger.clientY } : undefined;
      },
      { signal, passive: true },
    );
    element.addEventListener('touchend', ({ changedTouches: [finger] }) => this.#swiped(finger), { signal });
    return () => {
      control.abort();
      // whoever goes elsewhere sees the page there
      if (this.#on) this.end();
    };
  };

  #swiped(finger: Touch | undefined): void {
    if (!this.#on || !finger || !this.#touch) return;
    const [dx, dy] = [finger.clientX - this.#touch.x, finger.clientY - this.#touch.y];
    if (Math.abs(dx) > SWIPE && Math.abs(dx) > 2 * Math.abs(dy)) turn(dx > 0 ? 'prev' : 'next');
  }
}

const turn = (way: 'prev' | 'next'): void =>
  document.querySelector<HTMLAnchorElement>(`a[rel="${way}"]`)?.click();
