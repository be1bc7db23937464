// Path data of scenes, read into absolute lines and curves.
import { expect, test } from 'vitest';
import { pathSegments } from '../../../src/lib/core/diagram/pathSegments.ts';

test('relative and absolute commands end in the same places', () => {
  expect(pathSegments('M1,2h3v4l-1,-1H9V0z')).toEqual([
    { kind: 'move', x: 1, y: 2 },
    { kind: 'line', x: 4, y: 2 },
    { kind: 'line', x: 4, y: 6 },
    { kind: 'line', x: 3, y: 5 },
    { kind: 'line', x: 9, y: 5 },
    { kind: 'line', x: 9, y: 0 },
    { kind: 'close' },
  ]);
});

test('after a path is closed, the pen stands where it began', () => {
  expect(pathSegments('M5,5h1zl2,0').at(-1)).toEqual({ kind: 'line', x: 7, y: 5 });
});

test('a quadratic curve becomes the cubic one of the same shape', () => {
  expect(pathSegments('M0,0q3,0 3,3')[1]).toEqual({
    kind: 'curve',
    from: { x: 2, y: 0 },
    to: { x: 3, y: 1 },
    x: 3,
    y: 3,
  });
});

test.each(['M0,0A1,1 0 0 0 2,2', 'M0', 'M0,0L1,2,3,4'])('%s is refused', (d) => {
  expect(() => pathSegments(d)).toThrow('one of M L H V Q Z expected');
});
