// Text that LaTeX prints as it is.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { latexText } from '../../src/lib/core/latex.ts';

test('mathematical characters become maths, neighbours in one formula', () => {
  expect(latexText('112²×16 · last_conv')).toBe('112$^2\\times$16 $\\cdot$ last\\_conv');
});

test('a dollar before a formula stays a dollar', () => {
  expect(latexText('$²')).toBe('\\$$^2$');
});

const special = fc.constantFrom(...Array.from('\\&%$#_{}~^<>|"–—×·²√→−≤≥±\r\nab1 中'));

test('whatever the text, nothing of it is left that LaTeX would act on', () => {
  fc.assert(
    fc.property(fc.string({ unit: special }), (text) => {
      const formulas = /\$(\\(times|cdot|surd|to|leq|geq|pm)|\^2|-)+\$/g;
      const escapes = /\\(text[a-z]+\{\}|[&%$#_{}])/g;
      expect(latexText(text).replace(escapes, '').replace(formulas, '')).not.toMatch(/[\\&%$#_{}~^\r\n]/);
    }),
  );
});
