// Names of the stages above the rows of the flow diagram, each with a line over its blocks.
import type { FlowRow, PlacedPiece } from './flowRows.ts';
import { PAPER, type Theme } from './palette.ts';
import type { Shape } from './scene.ts';
import { textWidth } from './textWidth.ts';

const SIZE = 9.5;
const BASELINE = 9;

interface Headings {
  readonly rows: readonly FlowRow[];
  readonly theme: Theme;
}

/** A stage that goes on in the next row is named there again. */
export function headings({ rows, theme }: Headings): readonly Shape[] {
  const { line, muted } = PAPER[theme];
  return rows.flatMap(({ pieces, top }) => {
    const runs: PlacedPiece[][] = [];
    for (const piece of pieces) {
      const run = runs.at(-1);
      if (run?.[0]?.group.stage === piece.group.stage) run.push(piece);
      else runs.push([piece]);
    }
    return runs.flatMap((run): readonly Shape[] => {
      const [first, last] = [run[0], run.at(-1)];
      // a stage of one block of the same name says nothing new
      if (!first || !last || first.group.level === 'stage' || first.group.id === first.group.stage) return [];
      const { stage } = first.group;
      const from = first.x + textWidth(stage, SIZE) + 6;
      const y = top + BASELINE;
      return [
        { kind: 'text', x: first.x, y, text: stage, size: SIZE, fill: muted, anchor: 'start' },
        { kind: 'path', d: `M${from},${y - 3}H${last.x + last.width}`, stroke: line, width: 1.2 },
      ];
    });
  });
}
