// Text of a PDF: which font each character is taken from, its byte there, and how wide the whole is.
import { HELVETICA_WIDTHS, SYMBOLS, winAnsi } from './helvetica.ts';

export type FontId = 'regular' | 'bold' | 'symbol';

/** Neighbouring characters of one font. */
export interface Run {
  readonly font: FontId;
  readonly bytes: readonly number[];
}

interface Glyph {
  readonly font: FontId;
  readonly byte: number;
  /** In thousandths of the font size. */
  readonly width: number;
}

function glyphOf(char: string, font: 'regular' | 'bold'): Glyph {
  const width = HELVETICA_WIDTHS[font].get(char);
  if (width !== undefined) return { font, byte: winAnsi(char), width };
  const symbol = SYMBOLS.get(char);
  if (symbol) return { font: 'symbol', byte: symbol[0], width: symbol[1] };
  const code = char.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? '';
  throw new Error(`${char} (U+${code}): a character of the fonts Helvetica or Symbol expected`);
}

export interface Line {
  readonly runs: readonly Run[];
  /** In units of the font size. */
  readonly width: number;
}

/** Throws at characters that no font of every PDF reader has, such as Chinese ones. */
export function lineOf(text: string, { bold = false }: { readonly bold?: boolean | undefined } = {}): Line {
  const runs: { font: FontId; bytes: number[] }[] = [];
  let width = 0;
  for (const char of text) {
    const glyph = glyphOf(char, bold ? 'bold' : 'regular');
    const run = runs.at(-1);
    if (run?.font === glyph.font) run.bytes.push(glyph.byte);
    else runs.push({ font: glyph.font, bytes: [glyph.byte] });
    width += glyph.width;
  }
  return { runs, width: width / 1000 };
}

/** A string as PDF writes it: everything but printable ASCII as three octal digits. */
export const literal = (bytes: readonly number[]): string =>
  `(${bytes
    .map((byte) => {
      const char = String.fromCharCode(byte);
      if ('()\\'.includes(char)) return `\\${char}`;
      return byte < 0x20 || byte > 0x7e ? `\\${byte.toString(8).padStart(3, '0')}` : char;
    })
    .join('')})`;

/** A string outside of the page, such as the title: UTF-16 with its byte order mark, in hexadecimal. */
export function unicodeString(text: string): string {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  return `<FEFF${units.map((unit) => unit.toString(16).toUpperCase().padStart(4, '0')).join('')}>`;
}
