// The English of the page and that of the command line are the same words: both write the same figure, byte for byte.
import { expect, test } from 'vitest';
import { ENGLISH } from '../../../src/lib/core/diagram/english.ts';
import { diagramText } from '../../../src/lib/views/diagram/text.ts';

const counts = { params: '1', macs: '2', flops: '3', size: '4×4×3' };

test('page and command line call everything by the same names', () => {
  const { block, totals, ...words } = diagramText();
  const { block: blockInEnglish, totals: totalsInEnglish, ...english } = ENGLISH;
  expect(words).toEqual(english);
  expect(block(7)).toBe(blockInEnglish(7));
  expect(totals(counts)).toBe(totalsInEnglish(counts));
});
