// What stays the same from scene to scene stays the same object.
import { expect, it } from 'vitest';
import { layout } from '../../../src/lib/core/diagram/modes.ts';
import { steady } from '../../../src/lib/views/diagram/steady.ts';
import { requestFor } from '../../core/diagram/request.ts';

const scene = (change = {}) => layout({ ...requestFor(change), film: 3 });

it('an equal scene keeps all its elements', () => {
  const before = scene();
  const now = steady(before, scene());
  for (const part of ['items', 'links', 'marks', 'film'] as const) expect(now[part]).toBe(before[part]);
});

it('a turned scale keeps every mark, and shows what changed', () => {
  const before = scene();
  const after = scene({ scale: 0.5 });
  const now = steady(before, after);
  expect(now).toEqual(after);
  expect(now.marks).toBe(before.marks);
});

it('one changed block is the only new item', () => {
  const before = scene();
  const now = steady(before, scene({ kernels: [3, 3, 3, 3, 3, 3, 7, 5, 5, 5, 5, 5, 5] }));
  expect(now.items.filter((item) => !before.items.includes(item)).map(({ number }) => number)).toEqual([7]);
});
