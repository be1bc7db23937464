// Colours of a scene, `#rrggbb`, as three shares.

/** Red, green and blue from 0 to 1; throws at anything else than six hexadecimal digits. */
export function sharesOf(colour: string): readonly [red: number, green: number, blue: number] {
  if (!/^#[\da-f]{6}$/i.test(colour)) throw new Error(`colour ${colour}: #rrggbb expected`);
  const share = (from: number): number => parseInt(colour.slice(from, from + 2), 16) / 255;
  return [share(1), share(3), share(5)];
}
