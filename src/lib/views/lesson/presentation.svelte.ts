// Presenter mode: full screen, and steps turned by keyboard, clicker or swipe. The page's own links do the turning.

/** A clicker sends Page Up and Page Down. */
const KEYS: Readonly<Record<string, 'prev' | 'next'>> = {
  ArrowLeft: 'prev',
  PageUp: 'prev',
  ArrowRight: 'next',
  PageDown: 'next',
  ' ': 'next',
};
/** Least way of a finger, in pixels. */
const SWIPE = 60;

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
    if (!this.#on) return;
    if (event.key === 'Escape') this.end();
    const way = KEYS[event.key];
    // knobs keep their keys
    if (!way || (event.target as HTMLElement).closest('input, select, textarea, [role="application"]'))
      return;
    if (event.key === ' ' && (event.target as HTMLElement).closest('button, a')) return;
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
      ({ touches: [finger] }) => {
        this.#touch = finger && { x: finger.clientX, y: finger.clientY };
      },
      { signal, passive: true },
    );
    element.addEventListener('touchend', ({ changedTouches: [finger] }) => this.#swiped(finger), { signal });
    return () => control.abort();
  };

  #swiped(finger: Touch | undefined): void {
    if (!this.#on || !finger || !this.#touch) return;
    const [dx, dy] = [finger.clientX - this.#touch.x, finger.clientY - this.#touch.y];
    if (Math.abs(dx) > SWIPE && Math.abs(dx) > 2 * Math.abs(dy)) turn(dx > 0 ? 'prev' : 'next');
  }
}

const turn = (way: 'prev' | 'next'): void =>
  document.querySelector<HTMLAnchorElement>(`a[rel="${way}"]`)?.click();
