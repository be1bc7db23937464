// Light, dark, or whatever the system says. static/boot.js applies the same rule before the first paint.
import { browser } from '$app/environment';
import { recall, remember } from './storage.ts';

const CHOICES = ['auto', 'light', 'dark'] as const;
type ThemeChoice = (typeof CHOICES)[number];

const systemDark = browser ? matchMedia('(prefers-color-scheme: dark)') : undefined;

class Theme {
  #isSystemDark = $state(systemDark?.matches ?? false);
  #choice = $state<ThemeChoice>(
    CHOICES.find((choice) => browser && choice === recall('lcnet.theme')) ?? 'auto',
  );

  constructor() {
    systemDark?.addEventListener('change', ({ matches }) => (this.#isSystemDark = matches));
  }

  get choice(): ThemeChoice {
    return this.#choice;
  }

  get resolved(): 'light' | 'dark' {
    if (this.#choice !== 'auto') return this.#choice;
    return this.#isSystemDark ? 'dark' : 'light';
  }

  /** For this page only: nothing is remembered, and anything else is passed over. */
  pin(text: string | null): void {
    this.#choice = CHOICES.find((choice) => choice === text) ?? this.#choice;
  }

  next(): void {
    this.#choice = CHOICES[(CHOICES.indexOf(this.#choice) + 1) % CHOICES.length] ?? 'auto';
    remember('lcnet.theme', this.#choice);
  }
}

/** One per tab. While prerendering it is always `auto` and nobody changes it. */
export const theme = new Theme();
