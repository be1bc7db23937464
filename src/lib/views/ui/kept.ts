// Keeps equal elements of a list as the same objects: Svelte draws anew only what is another object.

/** Whether two flat records say the same; lists in them must be the same list. */
function isSame<T extends object>(a: T, b: T): boolean {
  const keys = Object.keys(b) as (keyof T)[];
  return Object.keys(a).length === keys.length && keys.every((key) => a[key] === b[key]);
}

/** `now`, with the elements of `before` wherever they are equal; `before` itself where all are. */
export function kept<T extends object>(before: readonly T[], now: readonly T[]): readonly T[] {
  let same = before.length === now.length;
  const list = now.map((element, i) => {
    const old = before[i];
    if (old !== undefined && (old === element || isSame(old, element))) return old;
    same = false;
    return element;
  });
  return same ? before : list;
}
