// Text for LaTeX: what has a meaning of its own there is escaped, and the mathematical characters of figures and tables become maths.

const TEXT: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '\\textquotedbl{}',
  '–': '--',
  '—': '---',
};

const MATHS: Readonly<Record<string, string>> = {
  '×': '\\times',
  '·': '\\cdot',
  '²': '^2',
  '√': '\\surd',
  '→': '\\to',
  '−': '-',
  '≤': '\\leq',
  '≥': '\\geq',
  '±': '\\pm',
};

/** Other characters beyond ASCII stay as they are, for every LaTeX of today reads UTF-8. Line ends become spaces. */
export const latexText = (text: string): string =>
  text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\&%$#_{}~^<>|"–—]/g, (char) => TEXT[char] ?? char)
    .replace(/[×·²√→−≤≥±]+/g, (run) => `$${[...run].map((char) => MATHS[char]).join('')}$`);
