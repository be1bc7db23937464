// Shortcuts and side branches of the strip: whatever is not read by the very next slab is led there in an arch above.
import { arch } from './arrows.ts';
import { PAPER } from './palette.ts';
import { hasJoin, partWires } from './parts.ts';
import type { DiagramRequest } from './request.ts';
import type { Shape } from './scene.ts';
import type { Column } from './strip.ts';

const LIFT = 7;
/** Between arches of one block, so that they can be told apart. */
const STEP = 4;
/** Before the first slab, where the block begins. */
const DOOR = 4;

/** From the middle of the slab that is read, or from where the block begins, to the slab that reads it. */
function archesOf({ theme, analysis }: DiagramRequest, { group, slabs, x: left }: Column): readonly Shape[] {
  const { muted: colour } = PAPER[theme];
  const wires = partWires(analysis.graph, group.parts);
  let lift = LIFT;
  return wires.flatMap((sources, to) =>
    sources.flatMap((from): readonly Shape[] => {
      const [source, target] = [slabs[from]?.box, slabs[to]?.box];
      if (!target || to - from < 2) return [];
      const between = slabs.slice(Math.max(from, 0), to + 1).map(({ box }) => box.y);
      const top = Math.min(...between) - lift;
      lift += STEP;
      const begin = source
        ? { x: source.x + source.width / 2, y: source.y }
        : {
            x: Math.min(left, (slabs[0]?.box.x ?? left) - DOOR),
            y: (slabs[0]?.box.y ?? 0) + (slabs[0]?.box.height ?? 0) / 2,
          };
      return arch({ from: begin, to: { x: target.x + target.width / 2, y: target.y }, top, colour });
    }),
  );
}

/** Blocks only: a closed stage shows kinds of layers, not layers. */
export const stripLinks = (request: DiagramRequest, columns: readonly Column[]): readonly Shape[] =>
  columns
    .filter(({ group }) => group.level === 'block' && hasJoin(request.analysis.graph, group))
    .flatMap((column) => archesOf(request, column));
