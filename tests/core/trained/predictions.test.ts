// Accuracy, confusions and choices of images from predictions.
import { describe, expect, test } from 'vitest';
import { confusions, filterImages, highest, top1Of } from '../../../src/lib/core/trained/predictions.ts';

const labels = Uint8Array.from([0, 1, 2, 1, 0]);
const predictions = Uint8Array.from([0, 2, 2, 1]);

test('the highest score decides, the first of equal ones', () => {
  expect([...highest([0, 3, 1, 5, 5, 2], 3)]).toEqual([1, 0]);
});

test('top-1 counts what has been tried', () => {
  const { share, interval, images } = top1Of(predictions, labels);
  expect([share, images]).toEqual([0.75, 4]);
  expect(interval.low).toBeLessThan(0.75);
  expect(interval.high).toBeGreaterThan(0.75);
  expect(top1Of(new Uint8Array(), labels).share).toBeNaN();
});

test('confusions: rows are classes, columns what was said', () => {
  expect(confusions(predictions, labels, 3)).toEqual([
    [1, 0, 0],
    [0, 1, 1],
    [0, 0, 1],
  ]);
});

describe('images', () => {
  const of = (filter: Parameters<typeof filterImages>[0]) => filterImages(filter, predictions, labels);

  test('all of them, tried or not', () => expect(of({ kind: 'all' })).toEqual([0, 1, 2, 3, 4]));
  test('mistakes', () => expect(of({ kind: 'mistakes' })).toEqual([1]));
  test('of one cell', () => expect(of({ kind: 'cell', label: 1, predicted: 1 })).toEqual([3]));
  test('on which another network differs, as far as both were tried', () => {
    expect(of({ kind: 'disagreement', other: Uint8Array.from([1, 2, 0]) })).toEqual([0, 2]);
  });
});
