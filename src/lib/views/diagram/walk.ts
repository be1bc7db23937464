// Walking through a diagram by arrow keys: in reading order sideways, to the nearest item up and down.
import type { Item } from '$lib/core/diagram/scene.ts';

/** A block and its only layer may share a name. */
export const keyOf = ({ level, id }: Item): string => `${level}:${id}`;

const middle = (item: Item) => ({ x: item.x + item.width / 2, y: item.y + item.height / 2 });

const vertical = (items: readonly Item[], from: Item, direction: 1 | -1): Item | undefined => {
  const here = middle(from);
  return items
    .map((item) => ({ item, ...middle(item) }))
    .filter(({ y }) => (y - here.y) * direction > 8)
    .sort(
      (a, b) =>
        Math.abs(a.y - here.y) + Math.abs(a.x - here.x) - Math.abs(b.y - here.y) - Math.abs(b.x - here.x),
    )[0]?.item;
};

/** The item that `key` leads to. Items in the order of the network; frames come before their layers. */
export function step(items: readonly Item[], from: Item, key: string): Item | undefined {
  const ordered = [...items].sort((a, b) => a.start - b.start || b.end - a.end);
  const index = ordered.indexOf(from);
  switch (key) {
    case 'ArrowRight':
      return ordered[index + 1];
    case 'ArrowLeft':
      return ordered[index - 1];
    case 'ArrowDown':
      return vertical(ordered, from, 1);
    case 'ArrowUp':
      return vertical(ordered, from, -1);
    case 'Home':
      return ordered[0];
    case 'End':
      return ordered.at(-1);
    default:
      return undefined;
  }
}
