// Keeps what stays the same from one scene to the next as the same objects: the page draws anew only what is another object.
import type { Item, Scene, Shape } from '$lib/core/diagram/scene.ts';

/** Whether two flat records say the same; lists in them must be the same list. */
function isSame<T extends object>(a: T, b: T): boolean {
  const keys = Object.keys(b) as (keyof T)[];
  return Object.keys(a).length === keys.length && keys.every((key) => a[key] === b[key]);
}

/** `now`, with the elements of `before` wherever they are equal; `before` itself where all are. */
function kept<T extends object>(before: readonly T[], now: readonly T[]): readonly T[] {
  let same = before.length === now.length;
  const list = now.map((element, i) => {
    const old = before[i];
    if (old !== undefined && (old === element || isSame(old, element))) return old;
    same = false;
    return element;
  });
  return same ? before : list;
}

const withKeptShapes = (before: readonly Item[], now: readonly Item[]): readonly Item[] =>
  now.map((item, i) => {
    const old: readonly Shape[] = before[i]?.shapes ?? [];
    const shapes = kept(old, item.shapes);
    return shapes === item.shapes ? item : { ...item, shapes };
  });

export function steady(before: Scene | undefined, now: Scene): Scene {
  if (!before) return now;
  return {
    ...now,
    items: kept(before.items, withKeptShapes(before.items, now.items)),
    links: kept(before.links, now.links),
    marks: kept(before.marks, now.marks),
    film: kept(before.film, now.film),
  };
}
