// Python as text: lines of which some may be left out, sections, and literals as black and ruff write them.
import type { FamilyId, Pair } from '../config/netConfig.ts';

/** A part that the network does not need is `false`. */
export type Part = string | false;

const kept = (parts: readonly Part[]): readonly string[] => parts.filter((part) => part !== false);

export const lines = (...parts: readonly Part[]): string => kept(parts).join('\n');

/** A file: docstring and imports, then definitions two blank lines apart. */
export const pythonFile = (...sections: readonly Part[]): string => `${kept(sections).join('\n\n\n')}\n`;

const WIDTH = 88;

/** A list of values that fits no line: broken after commas. */
const pieces = (word: string): readonly string[] =>
  word.length <= WIDTH ? [word] : (word.match(/.{1,87}(,|$)/g) ?? [word]);

/** Breaks text between words, so that no line is longer than PEP 8 tools take. */
export function wrapped(text: string): string {
  const rows: string[] = [];
  for (const word of text.split(' ').flatMap(pieces)) {
    const row = rows.at(-1);
    if (row !== undefined && row.length + 1 + word.length <= WIDTH) rows[rows.length - 1] = `${row} ${word}`;
    else rows.push(word);
  }
  return rows.join('\n');
}

/** `0.2`, `1e-5`. */
export const float = (value: number): string =>
  value !== 0 && value < 0.01 ? value.toExponential().replace('e+', 'e') : String(value);

/** `2`, or `(2, 1)` where the axes differ. */
export const pair = ([height, width]: Pair): string =>
  height === width ? String(height) : `(${height}, ${width})`;

export const boolean = (value: boolean): string => (value ? 'True' : 'False');

/** A family's name as Python can import it: `mobilenetv3_small`. */
export const moduleName = (family: FamilyId): string => family.replaceAll('-', '_');

/** `2,952,520`. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

interface Call {
  readonly indent: number;
  /** Up to the opening bracket: `self.conv1 = ConvBNAct(`. */
  readonly lead: string;
  readonly args: readonly Part[];
  readonly tail?: string;
}

/** A call in one line where it fits, otherwise with a line for each argument. */
export function call({ indent, lead, args, tail = ')' }: Call): string {
  const [margin, given] = [' '.repeat(indent), kept(args)];
  const line = `${margin}${lead}${given.join(', ')}${tail}`;
  if (line.length <= WIDTH) return line;
  return lines(
    `${margin}${lead}`,
    ...given.map((argument) => `${margin}    ${argument},`),
    `${margin}${tail}`,
  );
}
