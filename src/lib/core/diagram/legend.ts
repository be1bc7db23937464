// The legend as shapes, laid out in one line (kinds) or as a bar (scale).
import type { Legend, Shape } from './scene.ts';

interface LegendRequest {
  readonly legend: Legend;
  readonly x: number;
  readonly y: number;
  readonly ink: string;
}

const SIZE = 10.5;
const SWATCH = 10;
/** Mean advance of a character, as a share of the font size: Latin, and wider than that from U+2E80 on (CJK). */
const ADVANCE = { latin: 0.56, wide: 1 };

export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const char of text) width += (char.charCodeAt(0) >= 0x2e80 ? ADVANCE.wide : ADVANCE.latin) * size;
  return width;
}

/** Baseline of the text is at `y`. */
export function legendShapes({ legend, x, y, ink }: LegendRequest): readonly Shape[] {
  const text = { kind: 'text', y, size: SIZE, fill: ink, anchor: 'start' } as const;
  if (legend.kind === 'kinds') {
    let left = x;
    return legend.entries.flatMap(({ text: name, colour }): Shape[] => {
      const at = left;
      left += SWATCH + 5 + textWidth(name, SIZE) + 16;
      return [
        { kind: 'rect', x: at, y: y - SWATCH + 1, width: SWATCH, height: SWATCH, radius: 2, fill: colour },
        { ...text, x: at + SWATCH + 5, text: name },
      ];
    });
  }
  const step = 12;
  const bar = x + textWidth(legend.title, SIZE) + 12 + textWidth(legend.low, SIZE) + 6;
  return [
    { ...text, x, text: legend.title },
    { ...text, x: bar - 6, text: legend.low, anchor: 'end' },
    ...legend.colours.map((fill, i): Shape => ({
      kind: 'rect',
      x: bar + i * step,
      y: y - 10,
      width: step + 0.5,
      height: 12,
      radius: 0,
      fill,
    })),
    { ...text, x: bar + legend.colours.length * step + 6, text: legend.high },
  ];
}
