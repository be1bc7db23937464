// Figures as files: the snapshots are reviewed as pictures when they change.
import { describe, expect, it } from 'vitest';
import { figureSvg, type FigureRequest } from '../../../src/lib/core/diagram/figure.ts';
import { FAMILY_IDS } from '../../../src/lib/core/config/netConfig.ts';
import { LEVELS, MODES } from '../../../src/lib/core/diagram/request.ts';
import { presetChange, requestFor } from './request.ts';

/** Every other family in both layouts, at every level. */
const FAMILY_FIGURES = Object.fromEntries(
  FAMILY_IDS.filter((id) => id !== 'pplcnet').flatMap((family) =>
    MODES.flatMap((mode) =>
      LEVELS.map((level) => [`${family}-${mode}-${level}`, requestFor({ family }, { mode, level })] as const),
    ),
  ),
);

const FIGURES: Readonly<Record<string, FigureRequest>> = {
  ...FAMILY_FIGURES,
  'strip-stages': requestFor({}, { level: 'stages' }),
  'strip-blocks': requestFor(),
  'strip-layers': requestFor({}, { level: 'layers' }),
  'strip-opened': requestFor({}, { opened: new Set(['blocks6.0']) }),
  'strip-macs-dark': requestFor({}, { colourBy: 'macs', theme: 'dark' }),
  'strip-keras': requestFor(presetChange('keras')),
  'strip-wide-input': requestFor({
    resolution: [80, 160],
    strides: [
      [2, 2],
      [2, 1],
      [2, 1],
      [2, 1],
      [2, 1],
    ],
  }),
  'flow-stages': requestFor({}, { mode: 'flow', level: 'stages' }),
  'flow-blocks': requestFor({}, { mode: 'flow' }),
  'flow-layers': requestFor({}, { mode: 'flow', level: 'layers' }),
  'flow-opened': requestFor({}, { mode: 'flow', opened: new Set(['blocks6.0']) }),
  'flow-narrow': requestFor({}, { mode: 'flow', width: 700, opened: new Set(['blocks6.0']) }),
  'flow-params-dark': requestFor({}, { mode: 'flow', colourBy: 'params', theme: 'dark' }),
};

describe.each(Object.entries(FIGURES))('the figure %s', (name, request) => {
  const svg = figureSvg(request);

  it('is what was reviewed', async () => {
    await expect(svg).toMatchFileSnapshot(`../../snapshots/${name}.svg`);
  });

  it('needs nothing but itself: no stylesheet, class, variable, script or outside reference', () => {
    expect(svg).not.toMatch(/<style|class=|style=|var\(|<script|<foreignObject|href=|url\(/);
  });

  it('is well-formed: every element that opens closes, in order', () => {
    const open: string[] = [];
    for (const [, closes, name, , closed] of svg.matchAll(/<(\/?)([a-z]+)((?:\s[\w:-]+="[^"<]*")*)(\/?)>/g)) {
      if (closes) expect(open.pop()).toBe(name);
      else if (!closed && name) open.push(name);
    }
    expect(open).toEqual([]);
    expect(svg.replace(/<\/?[a-z]+(?:\s[\w:-]+="[^"<]*")*\/?>/g, '')).not.toMatch(
      /[<>]|&(?!amp;|lt;|gt;|quot;)/,
    );
  });

  it('is the same every time', () => {
    expect(figureSvg(request)).toBe(svg);
  });
});

it('a figure without title is one line lower', () => {
  const heightOf = (svg: string) => Number(/height="(\d+)"/.exec(svg)?.[1]);
  expect(heightOf(figureSvg(requestFor())) - heightOf(figureSvg(requestFor({}, { title: false })))).toBe(22);
});
