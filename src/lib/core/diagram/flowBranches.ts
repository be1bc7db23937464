// A closed block whose parts branch: the parts of each branch one below the other, shortcuts as lines beside them.
import type { Graph } from '../graph/ir.ts';
import { down } from './arrows.ts';
import { ENTRANCE, isSkip, lanesOf, type Place, type Wires } from './lanes.ts';
import { partWires, type Part } from './parts.ts';
import type { Shape } from './scene.ts';

export interface Branching {
  readonly wires: Wires;
  /** `column` is the row, counted from above. */
  readonly places: readonly Place[];
  readonly rows: number;
  /** Something passes by all parts of its branch. */
  readonly hasBypass: boolean;
  /** Parts at which branches fork or join: as wide as the block. */
  readonly isWide: readonly boolean[];
}

const passesBy = (from: Place, to: Place, places: readonly Place[]): boolean =>
  from.lane === to.lane && isSkip({ from, to, places });

/** Undefined where every part simply follows the one before. */
export function branchingOf(graph: Graph, parts: readonly Part[]): Branching | undefined {
  const wires = partWires(graph, parts);
  const places = lanesOf(wires);
  const hasBypass = wires.some((sources, to) =>
    sources.some((from) => passesBy(places[from] ?? ENTRANCE, places[to] ?? ENTRANCE, places)),
  );
  if (!hasBypass && places.every(({ lane }) => lane === 0)) return undefined;
  const readers = parts.map((_, p) => wires.filter((sources) => sources.includes(p)).length);
  return {
    wires,
    places,
    rows: 1 + Math.max(...places.map(({ column }) => column)),
    hasBypass,
    isWide: parts.map((_, p) => (wires[p]?.length ?? 0) > 1 || (readers[p] ?? 0) > 1),
  };
}

const SPACE = { pad: 5, line: 14, gap: 4 };

export interface Span {
  readonly x: number;
  readonly width: number;
}

interface Lanes {
  readonly spans: readonly Span[];
  /** Where a line passes by. */
  readonly bypass: number;
  readonly width: number;
}

/** `needs`: width of each part's text. Room that is left is shared by the lanes with parts in them. */
function lanesFor({ places, isWide, hasBypass }: Branching, needs: readonly number[], width: number): Lanes {
  const count = 1 + Math.max(...places.map(({ lane }) => lane));
  const least = Array.from({ length: count }, (_, lane) =>
    Math.max(0, ...needs.filter((_, p) => places[p]?.lane === lane && !isWide[p])),
  );
  const first = SPACE.pad + (hasBypass ? SPACE.line : 0);
  const filled = least.filter((need) => need > 0).length;
  const sizes = (extra: number) => least.map((need) => (need > 0 ? need + extra : SPACE.line));
  const whole = (extra: number) =>
    sizes(extra).reduce((sum, size) => sum + size + SPACE.gap, first - SPACE.gap + SPACE.pad);
  const extra = Math.max(0, width - whole(0)) / filled;
  let x = first;
  const spans = sizes(extra).map((size): Span => {
    const span = { x, width: size };
    x += size + SPACE.gap;
    return span;
  });
  return { spans, bypass: SPACE.pad + SPACE.line / 2 - 2, width: Math.max(whole(extra), width) };
}

/** The least width with room for every branch, and for the text of the parts at which they meet. */
export const branchedWidth = (branching: Branching, needs: readonly number[]): number =>
  Math.max(
    lanesFor(branching, needs, 0).width,
    ...needs.filter((_, p) => branching.isWide[p]).map((need) => need + 2 * SPACE.pad),
  );

interface Drawing {
  readonly branching: Branching;
  readonly needs: readonly number[];
  readonly width: number;
  /** Upper edge of the first row, height of a part and distance from row to row. */
  readonly top: number;
  readonly height: number;
  readonly step: number;
  readonly colour: string;
}

interface Drawn {
  /** Where each part stands. */
  readonly cells: readonly (Span & { readonly y: number })[];
  readonly lines: readonly Shape[];
}

export function drawBranches(drawing: Drawing): Drawn {
  const { branching, needs, width, top, height, step, colour } = drawing;
  const { wires, places, isWide } = branching;
  const { spans, bypass } = lanesFor(branching, needs, width);
  const wide: Span = { x: SPACE.pad, width: width - 2 * SPACE.pad };
  const rowOf = (p: number): number => places[p]?.column ?? -1;
  const cells = places.map(({ lane, column }, p) => ({
    ...((isWide[p] ? wide : spans[lane]) ?? wide),
    y: top + column * step,
  }));
  const lines = wires.flatMap((sources, to) =>
    sources.flatMap((from): readonly Shape[] => {
      const [a, b] = [places[from] ?? ENTRANCE, places[to] ?? ENTRANCE];
      if (rowOf(to) - rowOf(from) < 2) return [];
      const span = spans[places[from] && !isWide[from] ? a.lane : b.lane] ?? wide;
      const x = passesBy(a, b, places) ? bypass : span.x + span.width / 2;
      const begin = rowOf(from) < 0 ? top - SPACE.pad : top + rowOf(from) * step + height;
      return down({ from: { x, y: begin }, to: { x, y: top + rowOf(to) * step }, colour });
    }),
  );
  return { cells, lines };
}
