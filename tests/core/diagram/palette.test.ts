// Colours can be told apart, by colour-blind eyes too, and text on them can be read.
import { readFileSync } from 'node:fs';
import { interpolateRgb, interpolateRgbBasis, rgb } from 'd3';
import { describe, expect, test } from 'vitest';
import { LAYER_KINDS } from '../../../src/lib/core/graph/kind.ts';
import { KIND_BOXES } from '../../../src/lib/core/diagram/paint.ts';
import { KIND_COLOURS, KIND_FILLS, PAPER, type Theme } from '../../../src/lib/core/diagram/palette.ts';
import { shadeAt, STOPS } from '../../../src/lib/core/diagram/ramp.ts';
import { contrast, distance, lightness, toRgb, VISION, type Vision } from './colourVision.ts';

const THEMES = ['light', 'dark'] as const;
/** Kinds that a legend names; input and other are told by their own labels. */
const NAMED = LAYER_KINDS.filter((kind) => kind !== 'input' && kind !== 'other');

describe.each(THEMES)('the colours of kinds, %s', (theme: Theme) => {
  const colours = KIND_COLOURS[theme];
  const paper = PAPER[theme];

  test.each(LAYER_KINDS)('%s stands out from the paper', (kind) => {
    for (const ground of [paper.background, paper.surface])
      expect(contrast(toRgb(colours[kind]), toRgb(ground))).toBeGreaterThanOrEqual(3);
  });

  test.each(LAYER_KINDS)('text in a box of %s can be read', (kind) => {
    const { fill, ink } = KIND_BOXES[theme][kind];
    expect(contrast(toRgb(fill), toRgb(ink))).toBeGreaterThanOrEqual(7);
  });

  test.each(Object.keys(VISION) as Vision[])('any two can be told apart with %s vision', (vision) => {
    const close = NAMED.flatMap((one, i) =>
      NAMED.slice(i + 1)
        .map((other) => [one, other, distance(toRgb(colours[one]), toRgb(colours[other]), vision)] as const)
        .filter(([, , apart]) => apart < 7),
    );
    expect(close).toEqual([]);
  });

  test('boxes are filled with 16 % of the colour on the surface', () => {
    for (const kind of LAYER_KINDS)
      expect(KIND_FILLS[theme][kind]).toBe(
        rgb(interpolateRgb(paper.surface, colours[kind])(0.16)).formatHex(),
      );
  });

  test('muted text can be read on the paper', () => {
    expect(contrast(toRgb(paper.muted), toRgb(paper.background))).toBeGreaterThanOrEqual(4.5);
  });

  test('the style sheet of the page has the same values', () => {
    const css = readFileSync(new URL('../../../src/tokens.css', import.meta.url), 'utf8');
    const rule = css.slice(css.indexOf(`[data-theme='${theme}']`)).split('}')[0] ?? '';
    for (const kind of LAYER_KINDS) expect(rule).toContain(`--kind-${kind}: ${colours[kind]};`);
  });
});

describe.each(THEMES)('the scale of metrics, %s', (theme: Theme) => {
  const shares = Array.from({ length: 65 }, (_, i) => i / 64);

  test('is the one that d3 draws through its stops', () => {
    const scale = interpolateRgbBasis([...STOPS[theme]]);
    for (const share of shares) expect(shadeAt(theme, share).fill).toBe(rgb(scale(share)).formatHex());
  });

  test('lightness runs evenly in one direction', () => {
    const values = shares.map((share) => lightness(toRgb(shadeAt(theme, share).fill)));
    const steps = values.slice(1).map((value, i) => (value - (values[i] ?? 0)) * (theme === 'dark' ? 1 : -1));
    expect(Math.min(...steps)).toBeGreaterThan(0.3);
    expect(Math.max(...steps)).toBeLessThan(1.9);
  });

  test('text on every shade can be read', () => {
    for (const share of shares) {
      const { fill, ink } = shadeAt(theme, share);
      expect(contrast(toRgb(fill), toRgb(ink)), String(share)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
