// Which questions of the lessons have been answered: kept between visits.
import { recall, remember } from './storage.ts';

const idOf = (lesson: string, step: string): string => `${lesson}/${step}`;

class LessonProgress {
  #answered = $state.raw<ReadonlySet<string>>(new Set());

  /** Called once the page is alive; unreadable storage counts as empty. */
  restore(): void {
    try {
      const stored: unknown = JSON.parse(recall('lcnet.lessons') ?? '[]');
      if (Array.isArray(stored))
        this.#answered = new Set(stored.filter((id): id is string => typeof id === 'string'));
    } catch {
      this.#answered = new Set();
    }
  }

  has(lesson: string, step: string): boolean {
    return this.#answered.has(idOf(lesson, step));
  }

  /** How many of these steps are answered. */
  count(lesson: string, steps: readonly { readonly id: string }[]): number {
    return steps.filter(({ id }) => this.has(lesson, id)).length;
  }

  add(lesson: string, step: string): void {
    if (!this.has(lesson, step)) this.#keep(new Set([...this.#answered, idOf(lesson, step)]));
  }

  forget(): void {
    this.#keep(new Set());
  }

  #keep(answered: ReadonlySet<string>): void {
    this.#answered = answered;
    remember('lcnet.lessons', JSON.stringify([...answered]));
  }
}

/** One for the whole tab. */
export const lessonProgress = new LessonProgress();
