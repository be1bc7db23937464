// Keeps what stays the same from one scene to the next as the same objects: the page draws anew only what is another object.
import type { Item, Legend, Scene, Shape } from '$lib/core/diagram/scene.ts';
import { kept } from '../ui/kept.ts';

const withKeptShapes = (before: readonly Item[], now: readonly Item[]): readonly Item[] =>
  now.map((item, i) => {
    const old: readonly Shape[] = before[i]?.shapes ?? [];
    const shapes = kept(old, item.shapes);
    return shapes === item.shapes ? item : { ...item, shapes };
  });

/** Scales are texts and always new: few, and only where the colours show a metric. */
const withKeptEntries = (before: Legend, now: Legend): Legend =>
  before.kind === 'kinds' && now.kind === 'kinds' && kept(before.entries, now.entries) === before.entries
    ? before
    : now;

export function steady(before: Scene | undefined, now: Scene): Scene {
  if (!before) return now;
  return {
    ...now,
    items: kept(before.items, withKeptShapes(before.items, now.items)),
    links: kept(before.links, now.links),
    marks: kept(before.marks, now.marks),
    film: kept(before.film, now.film),
    legend: withKeptEntries(before.legend, now.legend),
  };
}
