// Answers of lessons: kept, shared between tabs; nothing in memory is lost where storage refuses.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LessonProgress } from '../../src/lib/state/lessonProgress.svelte.ts';

let stored: Map<string, string>;
let isFull: boolean;

beforeEach(() => {
  stored = new Map();
  isFull = false;
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (isFull) throw new DOMException('full', 'QuotaExceededError');
      stored.set(key, value);
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

/** As in another tab, or after a reload. */
function opened(): LessonProgress {
  const progress = new LessonProgress();
  progress.restore();
  return progress;
}

describe('the progress of lessons', () => {
  test('is there after a reload, and gone when it is forgotten', () => {
    opened().add('fast', 'macs');
    expect(opened().count('fast', [{ id: 'macs' }, { id: 'equal' }])).toBe(1);
    opened().forget();
    expect(opened().has('fast', 'macs')).toBe(false);
  });

  test('of two tabs adds up', () => {
    const [one, other] = [opened(), opened()];
    one.add('fast', 'macs');
    other.add('head', 'share');
    const later = opened();
    expect([later.has('fast', 'macs'), later.has('head', 'share')]).toEqual([true, true]);
    expect(other.has('fast', 'macs')).toBe(true);
  });

  test('lasts until the page closes where nothing can be stored', () => {
    isFull = true;
    const progress = opened();
    progress.add('fast', 'macs');
    progress.restore();
    progress.add('fast', 'equal');
    expect([progress.has('fast', 'macs'), progress.has('fast', 'equal')]).toEqual([true, true]);
  });

  test('that cannot be read counts as none', () => {
    for (const text of ['{', '{}', 'null', '[1, {}]']) {
      stored.set('lcnet.lessons', text);
      expect(opened().has('fast', 'macs'), text).toBe(false);
    }
  });
});
