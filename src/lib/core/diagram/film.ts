// The filmstrip's room in a figure: under each block as many square images as asked for, to be filled by whoever ran the network.
import type { Piece } from './flowRows.ts';
import type { Group } from './groups.ts';
import type { Box, FilmPlace } from './scene.ts';

const FILM = { side: 36, gap: 3, top: 8 } as const;

/** Only stem and body have something to show: after the pooling there is no picture left. */
const isFilmed = ({ role }: Group): boolean => role === 'stem' || role === 'body';

/** Leaves room for a row of images under a piece of the flow diagram. */
export function withFilm(piece: Piece, count: number): Piece {
  const { group, width, below, place } = piece;
  if (count === 0 || !isFilmed(group)) return piece;
  const side = Math.min(FILM.side, Math.floor((width - (count - 1) * FILM.gap) / count));
  const left = (width - count * (side + FILM.gap) + FILM.gap) / 2;
  return {
    ...piece,
    below: below + FILM.top + side,
    place: (x, y) => {
      const corner = { x: x + left, y: y + below + FILM.top };
      const film = { block: group.last, ...corner, side, count, dx: side + FILM.gap, dy: 0 };
      return { ...place(x, y), film: [film] };
    },
  };
}

interface Standing {
  readonly columns: readonly (Pick<Box, 'x' | 'width'> & { readonly group: Group })[];
  readonly top: number;
  readonly count: number;
}

/** Images one above the other under each column of the strip, as wide as its neighbours allow. */
export function filmUnder({ columns, top, count }: Standing) {
  const filmed = count === 0 ? [] : columns.filter(({ group }) => isFilmed(group));
  const centres = filmed.map(({ x, width }) => x + width / 2);
  const places = filmed.map(({ group }, i): FilmPlace => {
    const centre = centres[i] ?? 0;
    const [before, after] = [centres[i - 1] ?? -Infinity, centres[i + 1] ?? Infinity];
    const room = Math.floor(Math.min(centre - before, after - centre)) - FILM.gap;
    const side = Math.min(FILM.side, room);
    const corner = { x: centre - side / 2, y: top + FILM.top };
    return { block: group.last, ...corner, side, count, dx: 0, dy: FILM.side + FILM.gap };
  });
  const height = filmed.length === 0 ? 0 : FILM.top + count * (FILM.side + FILM.gap);
  return { places, height };
}
