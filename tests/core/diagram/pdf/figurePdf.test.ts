// Figures as PDF: a file that any reader can take apart, with the page, the words and the shapes of the figure.
import { describe, expect, it } from 'vitest';
import { figureOf } from '../../../../src/lib/core/diagram/figure.ts';
import { figurePdf } from '../../../../src/lib/core/diagram/pdf/figurePdf.ts';
import { lineOf } from '../../../../src/lib/core/diagram/pdf/text.ts';
import { FAMILY_IDS } from '../../../../src/lib/core/config/netConfig.ts';
import { COLOUR_METRICS } from '../../../../src/lib/core/diagram/text.ts';
import { requestFor } from '../request.ts';

const textOf = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');

/** What the page shows as text, line by line; letters of Symbol in parentheses of their own. */
const wordsOf = (pdf: string): readonly string[] =>
  [...pdf.matchAll(/^BT .*\n([\s\S]*?)\nET$/gm)].map(([, block = '']) =>
    [...block.matchAll(/\/(F\d) [\d.]+ Tf \((.*)\) Tj/g)]
      .map(([, font, text]) => `${font}:${text}`)
      .join(' '),
  );

const request = requestFor();
const pdf = textOf(figurePdf(request));

describe('the PDF of a figure', () => {
  it('has a cross-reference table that points at every object', () => {
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(pdf)?.[1]);
    const [, count = '', table = ''] = /^xref\n0 (\d+)\n([\s\S]*?)trailer/.exec(pdf.slice(start)) ?? [];
    const entries = table.match(/.{18} \n/g) ?? [];
    expect(entries).toHaveLength(Number(count));
    expect(table).toHaveLength(20 * Number(count));
    entries.slice(1).forEach((entry, i) => {
      expect(pdf.slice(Number(entry.slice(0, 10)))).toMatch(new RegExp(`^${i + 1} 0 obj\n`));
    });
  });

  it('says how long its content is', () => {
    const [, length, content] = /\/Length (\d+) >>\nstream\n([\s\S]*?)endstream/.exec(pdf) ?? [];
    expect(content).toHaveLength(Number(length));
  });

  it('has one page of the size of the figure', () => {
    const { width, height } = figureOf(request);
    expect(pdf.match(/\/Type \/Page /g)).toHaveLength(1);
    expect(pdf).toContain(`/MediaBox [0 0 ${width} ${height}]`);
  });

  it('shows title, blocks and totals as text, and mathematical characters out of the right font', () => {
    const words = wordsOf(pdf);
    expect(words).toContain('F2:PP-LCNet \\3271');
    expect(words).toContain('F1:13');
    expect(words).toContain('F1:to scale: height is resolution, thickness is  F3:\\326 F1:channels');
    expect(words.at(-1)).toMatch(/^F1:2,952,520 parameters \\267 155,700,480 MACs/);
  });

  it('names the network as its title, and is the same every time', () => {
    const hex = Buffer.from('\ufeffPP-LCNet ×1', 'utf16le').swap16().toString('hex').toUpperCase();
    expect(pdf).toContain(`/Title <${hex}>`);
    expect(textOf(figurePdf(request))).toBe(pdf);
    expect(pdf).not.toMatch(/Date|\/ID/);
  });

  it('paints a background in the dark only', () => {
    const { width, height } = figureOf(request);
    const ground = `0 0 ${width} ${height} re`;
    expect(pdf).not.toContain(ground);
    expect(textOf(figurePdf(requestFor({}, { theme: 'dark' })))).toContain(ground);
  });
});

it.each(FAMILY_IDS)(
  'every figure of %s can be written: every character has a font, every path is known',
  (family) => {
    for (const mode of ['strip', 'flow'] as const)
      for (const level of ['stages', 'blocks', 'layers'] as const) {
        const content = textOf(figurePdf(requestFor({ family }, { mode, level })));
        expect(content).not.toMatch(/NaN|undefined|Infinity/);
      }
  },
);

it.each(COLOUR_METRICS.filter((metric) => metric !== 'latency'))(
  'figures coloured by %s can be written',
  (colourBy) => {
    expect(textOf(figurePdf(requestFor({}, { colourBy })))).toMatch(/%%EOF\n$/);
  },
);

describe('text of a PDF', () => {
  it('is as wide as Helvetica is', () => {
    expect(lineOf('Hello').width).toBeCloseTo(0.722 + 0.556 + 0.222 + 0.222 + 0.556);
    expect(lineOf('Hello', { bold: true }).width).toBeCloseTo(0.722 + 0.556 + 0.278 + 0.278 + 0.611);
    expect(lineOf('1→2').width).toBeCloseTo(2 * 0.556 + 0.987);
  });

  it('is refused where no font has the character', () => {
    expect(() => lineOf('卷积')).toThrow('卷 (U+5377)');
  });

  it('escapes what would end it', () => {
    expect(wordsOf(textOf(figurePdf(requestFor({}, { family: 'a(b)\\' }))))).toContain(
      'F2:a\\(b\\)\\\\ \\3271',
    );
  });
});
