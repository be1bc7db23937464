// Text in Python files: lines no longer than PEP 8 tools take, whatever is said.
import { expect, it } from 'vitest';
import { wrapped } from '../../../src/lib/core/code/python.ts';

it('breaks between words, and lists that fit no line after a comma', () => {
  const values = Array.from({ length: 30 }, (_, i) => 1000 + i).join(',');
  const rows = wrapped(`Settings: --channels ${values} --scale 2`).split('\n');
  expect(rows.every((row) => row.length <= 88)).toBe(true);
  expect(rows.join('')).toContain(values);
  expect(rows.at(-1)).toMatch(/1029 --scale 2$/);
});
