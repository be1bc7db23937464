// Marks around the strip: resolutions above, numbers and stage names below, and the caption that states the scale.
import { PAPER } from './palette.ts';
import type { DiagramRequest } from './request.ts';
import type { Shape } from './scene.ts';
import { STRIP, type Column } from './strip.ts';

interface Marked {
  readonly request: DiagramRequest;
  readonly columns: readonly Column[];
}

const area = (height: number, width: number): string =>
  height === width ? `${height}²` : `${height}×${width}`;

/** The output size of each group whose size differs from that of the group before it. */
export function resolutionMarks({ request, columns }: Marked): readonly Shape[] {
  const { muted } = PAPER[request.theme];
  let before = '';
  return columns.flatMap(({ group, x, width }): Shape[] => {
    const shape = group.parts.at(-1)?.shape;
    const text = shape ? area(shape[0], shape[1]) : '';
    if (text === before || text === '1²') return [];
    before = text;
    return [
      { kind: 'text', x: x + width / 2, y: STRIP.top - 16, text, size: 11, fill: muted, anchor: 'middle' },
    ];
  });
}

const SHORT: Readonly<Record<string, string>> = {
  conv1: 'conv1',
  avg_pool: 'GAP',
  last_conv: '1×1',
  fc: 'FC',
};

/** `blocks3`, or just `3` where there is no room. */
const fitted = (stage: string, width: number): string => (width > 34 ? stage : stage.replace('blocks', ''));

/** Longest name of an opened layer, in pixels of the vertical label. */
const VERTICAL = 58;

export function marksBelow({ request, columns }: Marked): {
  readonly marks: readonly Shape[];
  readonly height: number;
} {
  const { ink, muted, line } = PAPER[request.theme];
  const bottom = STRIP.top + STRIP.tall;
  const anyOpen = columns.some(({ group }) => group.open);
  const row = bottom + STRIP.labels + (anyOpen ? VERTICAL : 0);
  const marks: Shape[] = columns.map(({ group, x, width }) => ({
    kind: 'text',
    x: x + width / 2,
    y: row,
    text:
      group.level === 'stage' ? fitted(group.id, width) : String(group.number ?? SHORT[group.id] ?? group.id),
    size: group.number === undefined ? 10 : 11,
    fill: group.number === undefined ? muted : ink,
    anchor: 'middle',
  }));
  for (const { group, x, width } of columns.filter((column) => column.group.open))
    marks.push(...layerNames({ parts: group.parts, x, width, y: bottom + 10, fill: muted }));
  if (columns.some(({ group }) => group.level === 'block'))
    marks.push(...stageBrackets({ columns, y: row + 9, line, muted }));
  marks.push({
    kind: 'text',
    x: STRIP.left,
    y: row + 46,
    text: request.text.stripCaption,
    size: 10.5,
    fill: muted,
    anchor: 'start',
  });
  return { marks, height: row + 58 };
}

interface LayerNames {
  readonly parts: Column['group']['parts'];
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly fill: string;
}

/** Names of opened layers, upright, spread evenly below their frame. */
function layerNames({ parts, x, width, y, fill }: LayerNames): readonly Shape[] {
  const pitch = width / parts.length;
  return parts.map(({ name }, i) => ({
    kind: 'text',
    x: x + pitch * (i + 0.5) - 3,
    y,
    text: name,
    size: Math.min(9, pitch + 1),
    fill,
    anchor: 'start',
    rotate: 90,
  }));
}

interface Brackets {
  readonly columns: readonly Column[];
  readonly y: number;
  readonly line: string;
  readonly muted: string;
}

/** A line under the blocks of each stage of the body, with its name. */
function stageBrackets({ columns, y, line, muted }: Brackets): readonly Shape[] {
  const stages = [...new Set(columns.map(({ group }) => group.stage))];
  return stages.flatMap((stage): Shape[] => {
    const own = columns.filter(
      ({ group }) => group.stage === stage && group.role === 'body' && group.level === 'block',
    );
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last) return [];
    const [from, to] = [first.x, last.x + last.width];
    return [
      { kind: 'path', d: `M${from},${y}H${to}`, stroke: line, width: 1.5 },
      {
        kind: 'text',
        x: (from + to) / 2,
        y: y + 13,
        text: fitted(stage, to - from),
        size: 9.5,
        fill: muted,
        anchor: 'middle',
      },
    ];
  });
}
