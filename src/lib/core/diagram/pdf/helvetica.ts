// Advance widths of Helvetica, one of the fonts that every PDF reader has, and what else its text can be set in.

/** Thousandths of the font size → characters that are so wide (Adobe's font metrics, the same in all metric-compatible fonts). */
const REGULAR: Readonly<Record<number, string>> = {
  191: `'`,
  222: 'ijl‚‘’',
  260: '|¦',
  278: ' !,./:;I[\\]ft·ÌÍÎÏìíîï',
  333: '()-`r„ˆ‹“”˜›¡¨¯´¸²³¹',
  334: '{}',
  350: '•',
  355: '"',
  365: 'º',
  370: 'ª',
  389: '*',
  400: '°',
  469: '^',
  500: 'Jcksvxyzšžçýÿ',
  537: '¶',
  556: '#$0123456789?L_abdeghnopqu€ƒ†‡–¢£¤¥§«µ»àáâãäåèéêëðñòóôõöùúûüþ',
  584: '+<=>~¬±×÷',
  611: 'FTZŽ¿ßø',
  667: '&ABEKPSVXYŠŸÀÁÂÃÄÅÈÉÊËÝÞ',
  722: 'CDHNRUwÇÐÑÙÚÛÜ',
  737: '©®',
  778: 'GOQÒÓÔÕÖØ',
  833: 'Mm',
  834: '¼½¾',
  889: '%æ',
  944: 'Wœ',
  1000: '…‰Œ—™Æ',
  1015: '@',
};

const BOLD: Readonly<Record<number, string>> = {
  238: `'`,
  278: ' ,./I\\ijl‚‘’·ÌÍÎÏìíîï',
  280: '|¦',
  333: '!()-:;[]`ftˆ‹˜›¡¨¯´¸²³¹',
  350: '•',
  365: 'º',
  370: 'ª',
  389: '*r{}',
  400: '°',
  474: '"',
  500: 'z„“”ž',
  556: '#$0123456789J_aceksvxy€ƒ†‡–š¢£¤¥§«¶»àáâãäåçèéêëýÿ',
  584: '+<=>^~¬±×÷',
  611: '?FLTZbdghnopquŽµ¿ßðñòóôõöøùúûüþ',
  667: 'EPSVXYŠŸÈÉÊËÝÞ',
  722: '&ABCDHKNRUÀÁÂÃÄÅÇÐÑÙÚÛÜ',
  737: '©®',
  778: 'GOQwÒÓÔÕÖØ',
  833: 'M',
  834: '¼½¾',
  889: '%mæ',
  944: 'Wœ',
  975: '@',
  1000: '…‰Œ—™Æ',
};

const widthsOf = (table: Readonly<Record<number, string>>): ReadonlyMap<string, number> =>
  new Map(Object.entries(table).flatMap(([width, chars]) => [...chars].map((char) => [char, Number(width)])));

export const HELVETICA_WIDTHS = { regular: widthsOf(REGULAR), bold: widthsOf(BOLD) } as const;

/** Characters of WinAnsi from 0x80 on, where it departs from Unicode; a space where it has none. */
const WIN_ANSI_80 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** The byte of a character that Helvetica has. */
export function winAnsi(char: string): number {
  const at = WIN_ANSI_80.indexOf(char);
  return char !== ' ' && at >= 0 ? 0x80 + at : char.charCodeAt(0);
}

/** Mathematical characters, which Helvetica lacks and the font Symbol has: its code and width. */
export const SYMBOLS: ReadonlyMap<string, readonly [code: number, width: number]> = new Map([
  ['√', [0xd6, 549]],
  ['→', [0xae, 987]],
  ['←', [0xac, 987]],
  ['−', [0x2d, 549]],
  ['≤', [0xa3, 549]],
  ['≥', [0xb3, 549]],
  ['≠', [0xb9, 549]],
  ['≈', [0xbb, 549]],
]);
