// IDX files: what is read, and what is refused.
import { expect, test } from 'vitest';
import { IdxError, readIdx } from '../../../src/lib/core/image/idx.ts';

const file = Uint8Array.from([0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6]);

test('reads sizes and bytes', () => {
  const { shape, data } = readIdx(file);
  expect(shape).toEqual([2, 3]);
  expect([...data]).toEqual([1, 2, 3, 4, 5, 6]);
});

test('refuses what is no such file, or shorter or longer than it says', () => {
  expect(() => readIdx(new Uint8Array())).toThrow(IdxError);
  expect(() => readIdx(Uint8Array.from([80, 75, 3, 4]))).toThrow(
    '0, 0, 8 expected at the beginning, got 80, 75, 3',
  );
  expect(() => readIdx(file.slice(0, 7))).toThrow('a header of 12 bytes expected, got 7');
  expect(() => readIdx(file.slice(0, 17))).toThrow('2 × 3 = 6 bytes expected, got 5');
  expect(() => readIdx(Uint8Array.from([...file, 7]))).toThrow('2 × 3 = 6 bytes expected, got 7');
});
