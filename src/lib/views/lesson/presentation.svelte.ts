// Presenter mode: full screen, and steps turned by keyboard, clicker or swipe. The page's own links do the turning.

type Way = 'prev' | 'next';
/** What a clicker sends: turns whatever has the keyboard, also a knob that was turned a moment ago. */
const CLICKER: Readonly<Record<string, Way>> = { PageUp: 'prev', PageDown: 'next' };
const KEYS: Readonly<Record<string, Way>> = { ArrowLeft: 'prev', ArrowRight: 'next', ' ': 'next' };
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
    // with a modifier, a key is the browser's: Alt and an arrow go back; the figure walks from block to block by arrows of its own
    if (!this.#on || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') this.end();
    const way = CLICKER[event.key] ?? (keepsKey(event) ? undefined : KEYS[event.key]);
    if (!way) return;
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
      ({ touches: [finger, second], target }) => {
        const isFree = finger && !second && !keepsFinger(target as Element, element);
        this.#touch = isFree ? { x: finger.clientX, y: finger.clientY } : undefined;
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

/** Knobs keep their keys, buttons the space bar. */
const keepsKey = ({ key, target }: KeyboardEvent): boolean =>
  (target as Element).closest(
    key === ' ' ? 'input, select, textarea, button, a' : 'input, select, textarea',
  ) !== null;

/** A finger on a knob turns the knob; on what is wider than the screen, or enlarged, it moves that. */
function keepsFinger(target: Element, within: Element): boolean {
  for (let at: Element | null = target; at && at !== within; at = at.parentElement) {
    const { overflowX, touchAction } = getComputedStyle(at);
    const scrolls = at.scrollWidth > at.clientWidth + 1 && /auto|scroll/.test(overflowX);
    if (at.matches('input, select, textarea') || touchAction === 'none' || scrolls) return true;
  }
  return false;
}

const turn = (way: Way): void => document.querySelector<HTMLAnchorElement>(`a[rel="${way}"]`)?.click();
