// The key of the strip: how thick so many channels are drawn; and the axis, where the two sides of it mean two things.
import { PAPER } from './palette.ts';
import type { Shape } from './scene.ts';
import type { Marking } from './stripMarks.ts';
import { textWidth } from './textWidth.ts';

const SIZE = 10.5;
const SWATCH = 10;
const GAP = { label: 6, entry: 12, caption: 24 };
const SAMPLES = [16, 64, 256, 1024, 4096];
const SHOWN = 3;

/** Goes behind the slabs. */
export function axisLine({
  request,
  scale: { axis, oblong },
  right,
}: Omit<Marking, 'columns'>): readonly Shape[] {
  if (!oblong) return [];
  const { line } = PAPER[request.theme];
  return [{ kind: 'path', d: `M0,${axis}H${right}`, stroke: line, width: 1 }];
}

interface Room {
  readonly y: number;
  /** Where the caption before the key ends. */
  readonly after: number;
}

/** Slabs of a few round numbers of channels, at the right end of the caption's line; left out where there is no room. */
export function channelKey(
  { request, columns, scale, right }: Marking,
  { y, after }: Room,
): readonly Shape[] {
  const { muted } = PAPER[request.theme];
  const most = Math.max(...columns.flatMap(({ group }) => group.parts.map(({ shape }) => shape[2])));
  const samples = SAMPLES.filter((channels) => channels <= most).slice(-SHOWN);
  const shapes: Shape[] = [];
  let x = right;
  const text = (label: string) => {
    shapes.push({ kind: 'text', x, y, text: label, size: SIZE, fill: muted, anchor: 'end' });
    x -= textWidth(label, SIZE);
  };
  text(request.text.channels);
  for (const channels of samples.toReversed()) {
    x -= GAP.label;
    text(String(channels));
    const width = scale.unit * Math.sqrt(channels);
    x -= GAP.label + width;
    const box = { x, y: y - SWATCH + 1, width, height: SWATCH } as const;
    shapes.push({ ...box, kind: 'rect', radius: Math.min(2, width / 2), fill: muted });
    x -= GAP.entry - GAP.label;
  }
  return x > after + GAP.caption ? shapes : [];
}
