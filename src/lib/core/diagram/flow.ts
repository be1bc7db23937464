// The flow diagram, as in the paper's figure: boxes in rows, arrows with the shape of the tensor between them.
import { withFilm } from './film.ts';
import { closedBox, closedWidth } from './flowClosed.ts';
import { connectors, gapFor } from './flowConnectors.ts';
import { headings } from './flowHeadings.ts';
import { openFrame } from './flowOpen.ts';
import { inRows } from './flowRows.ts';
import type { Placed, Placing } from './layout.ts';

/** On a roomy screen two opened blocks stand side by side, if a little smaller: `pair` is what they need. */
const FLOW = {
  side: 16,
  top: 4,
  width: 1180,
  least: 320,
  roomy: 640,
  pair: 880,
  rowGap: 44,
  heading: 20,
} as const;

export function flow(placing: Placing): Placed {
  const { request, groups } = placing;
  const boxWidth = closedWidth(placing);
  const pieces = groups.map((group) =>
    withFilm(
      group.open ? openFrame({ ...placing, group }) : closedBox({ ...placing, group, boxWidth }),
      request.film ?? 0,
    ),
  );
  const asked = request.width ?? FLOW.width;
  const widest = Math.max(...pieces.map((piece) => piece.width)) + 2 * FLOW.side;
  const least = request.level === 'layers' && asked >= FLOW.roomy ? FLOW.pair : FLOW.least;
  const width = Math.max(asked, widest, least);
  const named = groups.some(({ level, role }) => level === 'block' && role === 'body');
  const rows = inRows(pieces, {
    left: FLOW.side,
    top: FLOW.top,
    right: width - FLOW.side,
    gap: gapFor(groups),
    rowGap: FLOW.rowGap,
    heading: named ? FLOW.heading : 0,
  });
  const placed = rows.flatMap((row) => row.pieces.map(({ place, x, y }) => place(x, y)));
  const items = placed.flatMap((each) => each.items);
  return {
    width: Math.max(...rows.flatMap((row) => row.pieces.map((p) => p.x + p.width + FLOW.side))),
    height: (rows.at(-1)?.bottom ?? 0) + FLOW.top,
    items: [...items.filter(({ frame }) => frame), ...items.filter(({ frame }) => !frame)],
    links: [...placed.flatMap(({ links }) => links), ...connectors({ rows, theme: request.theme })],
    marks: named ? headings({ rows, theme: request.theme }) : [],
    film: placed.flatMap(({ film = [] }) => film),
  };
}
