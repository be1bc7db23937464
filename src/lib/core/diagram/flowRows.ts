// Rows of the flow diagram: pieces side by side until the width is used up; every row as high as its tallest pieces.
import type { Group } from './groups.ts';
import type { FilmPlace, Item, Shape } from './scene.ts';

export interface PlacedShapes {
  readonly items: readonly Item[];
  readonly links: readonly Shape[];
  readonly film?: readonly FilmPlace[];
}

/** A group ready to be placed: how far it reaches above and below the line that arrows run along. */
export interface Piece {
  readonly group: Group;
  readonly width: number;
  readonly above: number;
  readonly below: number;
  /** Where arrows arrive and leave, from the left end of the piece. */
  readonly entry: number;
  readonly exit: number;
  /** What is drawn, once it is known where the left end of the line lies. */
  readonly place: (x: number, y: number) => PlacedShapes;
}

export interface PlacedPiece extends Piece {
  readonly x: number;
  readonly y: number;
}

export interface FlowRow {
  readonly pieces: readonly PlacedPiece[];
  readonly top: number;
  readonly bottom: number;
}

export interface RowRule {
  readonly left: number;
  readonly top: number;
  /** Right end of a row. */
  readonly right: number;
  readonly gap: number;
  readonly rowGap: number;
  /** Room above each row for the names of stages. */
  readonly heading: number;
}

export function inRows(pieces: readonly Piece[], rule: RowRule): readonly FlowRow[] {
  const rows: Piece[][] = [];
  let x = Infinity;
  for (const piece of pieces) {
    if (x + piece.width > rule.right) {
      rows.push([]);
      x = rule.left;
    }
    rows.at(-1)?.push(piece);
    x += piece.width + rule.gap;
  }
  let next = rule.top;
  return rows.map((row) => {
    const top = next;
    const y = top + rule.heading + Math.max(...row.map(({ above }) => above));
    const bottom = y + Math.max(...row.map(({ below }) => below));
    next = bottom + rule.rowGap;
    let left = rule.left;
    const placed = row.map((piece): PlacedPiece => {
      const here = left;
      left += piece.width + rule.gap;
      return { ...piece, x: here, y };
    });
    return { pieces: placed, top, bottom };
  });
}
