// Arrow keys reach every item of a figure, one after the other, and come back the same way.
import { describe, expect, test } from 'vitest';
import { layout } from '../../../src/lib/core/diagram/modes.ts';
import { LEVELS, MODES } from '../../../src/lib/core/diagram/request.ts';
import { step } from '../../../src/lib/views/diagram/walk.ts';
import { requestFor } from '../../core/diagram/request.ts';

describe.each(MODES)('walking through the %s layout', (mode) => {
  test.each(LEVELS)('of %s', (level) => {
    const { items } = layout(requestFor({}, { mode, level }));
    const first = items.reduce((a, b) => (b.start < a.start || (b.start === a.start && b.frame) ? b : a));
    const seen = [first];
    for (let next = step(items, first, 'ArrowRight'); next; next = step(items, next, 'ArrowRight')) {
      seen.push(next);
      expect(step(items, next, 'ArrowLeft')).toBe(seen.at(-2));
      expect(seen.length).toBeLessThanOrEqual(items.length);
    }
    expect(new Set(seen)).toEqual(new Set(items));
  });
});
