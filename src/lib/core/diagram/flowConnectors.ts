// Arrows from group to group, with the shape of the tensor that flows along them.
import { shortShape } from '../graph/shortName.ts';
import { arrow, elbow } from './arrows.ts';
import type { FlowRow, PlacedPiece } from './flowRows.ts';
import type { Group } from './groups.ts';
import { PAPER, type Theme } from './palette.ts';
import type { Shape } from './scene.ts';
import { textWidth } from './textWidth.ts';

const LABEL = { size: 9.5, lift: 6, room: 14 };
const ELBOW = { reach: 11, below: 26 };
const LEAST_GAP = 40;

/** The input tells its shape itself. */
const shapeOf = ({ role, parts }: Group): string =>
  role === 'input' ? '' : shortShape(parts.at(-1)?.shape ?? [1, 1, 1]);

/** Every arrow is as long as the longest shape needs, in whole units. */
export const gapFor = (groups: readonly Group[]): number =>
  Math.ceil(
    Math.max(LEAST_GAP, ...groups.map((group) => textWidth(shapeOf(group), LABEL.size) + LABEL.room)),
  );

interface Connect {
  readonly rows: readonly FlowRow[];
  readonly theme: Theme;
}

export function connectors({ rows, theme }: Connect): readonly Shape[] {
  const { muted: colour } = PAPER[theme];
  const label = (from: PlacedPiece) =>
    ({ kind: 'text', text: shapeOf(from.group), size: LABEL.size, fill: colour }) as const;
  const leave = ({ x, y, exit }: PlacedPiece) => ({ x: x + exit, y });
  const arrive = ({ x, y, entry }: PlacedPiece) => ({ x: x + entry, y });
  return rows.flatMap(({ pieces, bottom }, r): readonly Shape[] => {
    const along = pieces.slice(1).flatMap((to, i): readonly Shape[] => {
      const from = pieces[i] ?? to;
      const x = (from.x + from.width + to.x) / 2 - 1;
      return [
        arrow({ from: leave(from), to: arrive(to), colour }),
        { ...label(from), x, y: from.y - LABEL.lift, anchor: 'middle' },
      ];
    });
    const [last, first] = [pieces.at(-1), rows[r + 1]?.pieces[0]];
    if (!last || !first) return along;
    const between = bottom + ELBOW.below;
    const reach = ELBOW.reach;
    return [
      ...along,
      ...elbow({
        from: leave(last),
        to: arrive(first),
        between,
        right: last.x + last.width + reach,
        left: first.x - reach,
        colour,
      }),
      { ...label(last), x: first.x + 2, y: between - LABEL.lift + 1, anchor: 'start' },
    ];
  });
}
