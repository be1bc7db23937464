// The legend as shapes, laid out in one line (kinds) or as a bar (scale).
import type { Legend, Shape } from './scene.ts';
import { textWidth } from './textWidth.ts';

interface LegendRequest {
  readonly legend: Legend;
  readonly x: number;
  readonly y: number;
  readonly ink: string;
}

const SIZE = 10.5;
const SWATCH = 10;
const GAP = { swatch: 5, entry: 16, title: 12, bar: 6 };
const STEP = 6;

/** How wide the legend is drawn. */
export function legendWidth(legend: Legend): number {
  if (legend.kind === 'kinds')
    return legend.entries.reduce(
      (sum, { text }) => sum + SWATCH + GAP.swatch + textWidth(text, SIZE) + GAP.entry,
      0,
    );
  const words = textWidth(legend.title + legend.low + legend.high, SIZE);
  return words + GAP.title + 2 * GAP.bar + legend.colours.length * STEP;
}

/** Baseline of the text is at `y`. */
export function legendShapes({ legend, x, y, ink }: LegendRequest): readonly Shape[] {
  const text = { kind: 'text', y, size: SIZE, fill: ink, anchor: 'start' } as const;
  if (legend.kind === 'kinds') {
    let left = x;
    return legend.entries.flatMap(({ text: name, colour }): Shape[] => {
      const at = left;
      left += SWATCH + GAP.swatch + textWidth(name, SIZE) + GAP.entry;
      return [
        { kind: 'rect', x: at, y: y - SWATCH + 1, width: SWATCH, height: SWATCH, radius: 2, fill: colour },
        { ...text, x: at + SWATCH + GAP.swatch, text: name },
      ];
    });
  }
  const bar = x + textWidth(legend.title, SIZE) + GAP.title + textWidth(legend.low, SIZE) + GAP.bar;
  return [
    { ...text, x, text: legend.title },
    { ...text, x: bar - GAP.bar, text: legend.low, anchor: 'end' },
    ...legend.colours.map((fill, i): Shape => ({
      kind: 'rect',
      x: bar + i * STEP,
      y: y - 10,
      width: STEP + 0.5,
      height: 12,
      radius: 0,
      fill,
    })),
    { ...text, x: bar + legend.colours.length * STEP + GAP.bar, text: legend.high },
  ];
}
