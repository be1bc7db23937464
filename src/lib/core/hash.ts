// A short hash of a text: the same on every machine and in every version. Not for secrets.

/** FNV-1a (Fowler, Noll and Vo), 32 bits. */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}
