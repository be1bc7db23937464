// Which questions of the lessons have been answered: kept between visits.
import { recall, remember } from './storage.ts';

const idOf = (lesson: string, step: string): string => `${lesson}/${step}`;

const isText = (value: unknown): value is string => typeof value === 'string';

/** What is stored; unreadable storage counts as empty. */
function stored(): readonly string[] {
  try {
    const value: unknown = JSON.parse(recall('lcnet.lessons') ?? '[]');
    return Array.isArray(value) ? value.filter(isText) : [];
  } catch {
    return [];
  }
}

export class LessonProgress {
  #answered = $state.raw<ReadonlySet<string>>(new Set());
  /** The browser refused to store it: what is in memory lasts until the page closes. */
  #unsaved = false;

  /** Called once the page is alive, and before every change: several tabs share it. */
  restore(): void {
    if (!this.#unsaved) this.#answered = new Set(stored());
  }

  has(lesson: string, step: string): boolean {
    return this.#answered.has(idOf(lesson, step));
  }

  /** How many of these steps are answered. */
  count(lesson: string, steps: readonly { readonly id: string }[]): number {
    return steps.filter(({ id }) => this.has(lesson, id)).length;
  }

  add(lesson: string, step: string): void {
    if (this.has(lesson, step)) return;
    this.restore();
    this.#keep(new Set([...this.#answered, idOf(lesson, step)]));
  }

  forget(): void {
    this.#keep(new Set());
  }

  #keep(answered: ReadonlySet<string>): void {
    this.#answered = answered;
    this.#unsaved = !remember('lcnet.lessons', JSON.stringify([...answered]));
  }
}

/** One for the whole tab. */
export const lessonProgress = new LessonProgress();
