// The colours of a figure for LaTeX, by names that say what they stand for: `depthwise`, `depthwiseFill`, `ink`; shades of a scale are numbered.
import { KIND_COLOURS, KIND_FILLS, PAPER, type Theme } from '../palette.ts';
import type { Patch } from '../patches.ts';
import type { Shape } from '../scene.ts';

const coloursOf = (shape: Shape): readonly (string | undefined)[] => [
  shape.fill,
  'stroke' in shape ? shape.stroke : undefined,
];

const isColour = (value: string | undefined): value is string => value !== undefined && value !== 'none';

/** Where two stand for the same colour, the earlier one gives the name. */
const namesOf = (theme: Theme): ReadonlyMap<string, string> =>
  new Map(
    [
      ...Object.entries(KIND_COLOURS[theme]).map(([kind, colour]) => [colour, kind] as const),
      ...Object.entries(KIND_FILLS[theme]).map(([kind, colour]) => [colour, `${kind}Fill`] as const),
      ...Object.entries(PAPER[theme]).map(([name, colour]) => [colour, name] as const),
    ].reverse(),
  );

/** Colour → name, of all colours that the patches use, in the order in which they come. */
export function colourNames(patches: readonly Patch[], theme: Theme): ReadonlyMap<string, string> {
  const known = namesOf(theme);
  const used = new Set(patches.flatMap(({ shapes }) => shapes.flatMap(coloursOf).filter(isColour)));
  let shades = 0;
  return new Map([...used].map((colour) => [colour, known.get(colour) ?? `shade${++shades}`]));
}

/** `#3f5cc4` named depthwise → `\definecolor{depthwise}{HTML}{3F5CC4}` */
export const definition = ([colour, name]: readonly [colour: string, name: string]): string =>
  `\\definecolor{${name}}{HTML}{${colour.slice(1).toUpperCase()}}`;
