// Marks around the strip: resolutions above, captions and stages below, and the line that states the scale.
import { channelKey } from './stripKey.ts';
import { PAPER } from './palette.ts';
import type { DiagramRequest } from './request.ts';
import type { Shape } from './scene.ts';
import type { Column } from './strip.ts';
import { captionOf, STRIP, type StripScale } from './stripScale.ts';
import { textWidth } from './textWidth.ts';

export interface Marking {
  readonly request: DiagramRequest;
  readonly columns: readonly Column[];
  readonly scale: StripScale;
  /** Right edge of the drawing. */
  readonly right: number;
}

const LAYER_NAME = 8.5;
const centre = ({ x, width }: Pick<Column, 'x' | 'width'>): number => x + width / 2;
const area = (height: number, width: number): string =>
  height === width ? `${height}²` : `${height}×${width}`;

/** The output size of each group whose size differs from that of the group before it; neighbours never touch. */
function resolutions({ request, columns }: Marking): readonly Shape[] {
  const { muted } = PAPER[request.theme];
  let before = '';
  let free = 0;
  return columns.flatMap((column): readonly Shape[] => {
    const [height, width] = column.group.parts.at(-1)?.shape ?? [1, 1];
    const text = area(height, width);
    if (text === before) return [];
    before = text;
    const half = textWidth(text, STRIP.label) / 2;
    const x = Math.max(free + half, centre(column));
    free = x + half + 6;
    const y = STRIP.top - 16;
    return [{ kind: 'text', x, y, text, size: STRIP.label, fill: muted, anchor: 'middle' }];
  });
}

/** Numbers of body blocks, names of everything else; a closed stage also says how many blocks it has. */
function captions({ request, columns }: Marking, y: number): readonly Shape[] {
  const { ink, muted } = PAPER[request.theme];
  return columns.flatMap((column): readonly Shape[] => {
    const { number, level, count } = column.group;
    const x = centre(column);
    const text = captionOf(column.group);
    const fill = number === undefined ? muted : ink;
    const name: Shape = { kind: 'text', x, y, text, size: STRIP.label, fill, anchor: 'middle' };
    if (level !== 'stage' || count === 1) return [name];
    const times = { text: `×${count}`, size: STRIP.small, fill: muted } as const;
    return [name, { kind: 'text', x, y: y + 14, ...times, anchor: 'middle' }];
  });
}

/** Names of opened layers, upright, each under its slab. */
function layerNames({ request, columns }: Marking, y: number): readonly Shape[] {
  const { muted } = PAPER[request.theme];
  return columns
    .filter(({ group }) => group.open)
    .flatMap(({ slabs }) =>
      slabs.map(({ part, box }): Shape => {
        const x = centre(box) + LAYER_NAME / 3;
        return {
          kind: 'text',
          x,
          y,
          text: part.name,
          size: LAYER_NAME,
          fill: muted,
          anchor: 'end',
          rotate: -90,
        };
      }),
    );
}

/** A line under the blocks of each stage of the body, with its name; its number alone where the name does not fit. */
function stageBrackets({ request, columns }: Marking, y: number): readonly Shape[] {
  const { line, muted } = PAPER[request.theme];
  const body = columns.filter(({ group }) => group.role === 'body' && group.level === 'block');
  const stages = [...new Set(body.map(({ group }) => group.stage))];
  let free = -Infinity;
  return stages.flatMap((stage): readonly Shape[] => {
    const own = body.filter(({ group }) => group.stage === stage);
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last) return [];
    const [from, to] = [first.x, last.x + last.width];
    const middle = (from + to) / 2;
    const half = textWidth(stage, STRIP.small) / 2;
    const text = middle - half < free ? stage.replace(/^\D+(?=\d)/, '') : stage;
    free = middle + half;
    return [
      { kind: 'path', d: `M${from},${y}H${to}`, stroke: line, width: 1.5 },
      { kind: 'text', x: middle, y: y + 13, text, size: STRIP.small, fill: muted, anchor: 'middle' },
    ];
  });
}

export function stripMarks(marking: Marking): { readonly marks: readonly Shape[]; readonly height: number } {
  const { request, columns } = marking;
  const bottom = STRIP.top + STRIP.tall;
  const names = columns.flatMap(({ group }) => (group.open ? group.parts.map(({ name }) => name) : []));
  const deep = Math.max(0, ...names.map((name) => textWidth(name, LAYER_NAME) + 10));
  const row = bottom + 22 + deep;
  const foot = row + 46;
  const text = marking.scale.oblong ? request.text.stripCaptionOblong : request.text.stripCaption;
  const { muted } = PAPER[request.theme];
  const caption: Shape = {
    kind: 'text',
    x: 0,
    y: foot,
    text,
    size: 10.5,
    fill: muted,
    anchor: 'start',
  };
  return {
    marks: [
      ...resolutions(marking),
      ...layerNames(marking, bottom + 10),
      ...captions(marking, row),
      ...stageBrackets(marking, row + 9),
      caption,
      ...channelKey(marking, { y: foot, after: textWidth(text, 10.5) }),
    ],
    height: foot + 10,
  };
}
