// Paint: which colour a run of layers gets, by its kind or by a metric on a perceptual scale, and the legend that says so.
import { interpolateCividis, interpolateRgb } from 'd3';
import type { Range } from '../metrics/metric.ts';
import type { LayerKind } from '../graph/kind.ts';
import { KIND_COLOURS, PAPER, type Theme } from './palette.ts';
import type { DiagramRequest } from './request.ts';
import type { Legend } from './scene.ts';

interface Run extends Range {
  readonly kind: LayerKind;
}

export interface Paint {
  /** Full colour: slabs without text. */
  readonly solid: (run: Run) => string;
  /** Fill, edge and ink of a box with text in it. */
  readonly box: (run: Run) => { readonly fill: string; readonly edge: string; readonly ink: string };
  readonly legend: Legend;
}

const SOFT = 0.16;
const STOPS = 12;

/** Each kind's colour thinned on the theme's paper: what text can stand on. */
const soften = (theme: Theme): Record<LayerKind, string> =>
  Object.fromEntries(
    Object.entries(KIND_COLOURS[theme]).map(([kind, colour]) => [
      kind,
      interpolateRgb(PAPER[theme].surface, colour)(SOFT),
    ]),
  ) as Record<LayerKind, string>;
const SOFT_COLOURS: Readonly<Record<Theme, Record<LayerKind, string>>> = {
  light: soften('light'),
  dark: soften('dark'),
};

/** Kinds that stand in a closed diagram, in the order of the legend. */
const LEGEND_KINDS: readonly LayerKind[] = [
  'conv',
  'depthwise',
  'pointwise',
  'se',
  'pool',
  'linear',
  'norm',
  'activation',
];

/** `runs`: everything that will be painted; they span the scale and name the kinds of the legend. */
export function paintFor(request: DiagramRequest, runs: readonly Run[]): Paint {
  return request.colourBy === 'kind' ? byKind(request, runs) : byMetric(request, runs);
}

function byKind({ theme, text }: DiagramRequest, runs: readonly Run[]): Paint {
  const colours = KIND_COLOURS[theme];
  const { ink } = PAPER[theme];
  const present = new Set(runs.map(({ kind }) => kind));
  return {
    solid: ({ kind }) => colours[kind],
    box: ({ kind }) => ({ fill: SOFT_COLOURS[theme][kind], edge: colours[kind], ink }),
    legend: {
      kind: 'kinds',
      entries: LEGEND_KINDS.filter((kind) => present.has(kind)).map((kind) => ({
        text: text.kinds[kind],
        colour: colours[kind],
      })),
    },
  };
}

/** Value of a run under the metric that colours; `latency` adds up measured times. */
function valueOf({ analysis, colourBy, measuredMs }: DiagramRequest, { start, end }: Range): number {
  if (colourBy === 'kind') return 0;
  if (colourBy !== 'latency') return analysis.rollUp(colourBy, { start, end });
  return measuredMs?.subarray(start, end).reduce((sum, ms) => sum + ms, 0) ?? 0;
}

const compact = new Intl.NumberFormat('en-US', { notation: 'compact', maximumSignificantDigits: 3 });

function byMetric(request: DiagramRequest, runs: readonly Run[]): Paint {
  const { theme, text, colourBy } = request;
  const { surface, line } = PAPER[theme];
  const values = runs.map((run) => valueOf(request, run));
  const high = Math.max(...values, 0);
  // cividis runs from dark to light: on dark paper the large values are the light ones, on light paper the dark ones
  const colour = (share: number) => interpolateCividis(theme === 'dark' ? share : 1 - share);
  const solid = (run: Run) => (high > 0 ? colour(valueOf(request, run) / high) : line);
  const inkOn = (share: number) => ((theme === 'dark') === share > 0.45 ? '#111317' : '#ffffff');
  return {
    solid,
    box: (run) => {
      const share = high > 0 ? valueOf(request, run) / high : 0;
      return high > 0
        ? { fill: colour(share), edge: colour(share), ink: inkOn(share) }
        : { fill: surface, edge: line, ink: PAPER[theme].ink };
    },
    legend: {
      kind: 'scale',
      title: colourBy === 'kind' ? '' : text.metrics[colourBy],
      low: '0',
      high: compact.format(high),
      colours: Array.from({ length: STOPS }, (_, i) => colour(i / (STOPS - 1))),
    },
  };
}
