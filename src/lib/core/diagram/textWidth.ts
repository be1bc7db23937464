// How wide a text will be, known without a screen: advances of Arial, to which most sans-serif faces stay close.

const NARROW = ` .,:;'|!()[]-/·²fijlrtI`;
const WIDE = 'mwMW%→';
/** Shares of the font size. Faces of some systems run a little wider, hence the margin. */
const ADVANCE = { narrow: 0.3, wide: 0.86, upper: 0.69, other: 0.556, square: 1 } as const;
const MARGIN = 1.08;

function advanceOf(code: number): number {
  // from the first CJK radical on, every character fills its square
  if (code >= 0x2e80) return ADVANCE.square;
  const char = String.fromCharCode(code);
  if (NARROW.includes(char)) return ADVANCE.narrow;
  if (WIDE.includes(char)) return ADVANCE.wide;
  return char >= 'A' && char <= 'Z' ? ADVANCE.upper : ADVANCE.other;
}

const ADVANCES = Float64Array.from({ length: 256 }, (_, code) => advanceOf(code));

/** In units of `size`, which is the font size; bold letters are a little wider. */
export function textWidth(text: string, size: number, bold = false): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    width += ADVANCES[code] ?? advanceOf(code);
  }
  return width * size * MARGIN * (bold ? 1.07 : 1);
}
