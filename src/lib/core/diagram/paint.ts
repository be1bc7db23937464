// Paint: which colour a run of layers gets, by its kind or by a metric, and the legend that says so.
import { LAYER_KINDS, type LayerKind } from '../graph/kind.ts';
import { metricPaint } from './metricPaint.ts';
import { KIND_COLOURS, KIND_FILLS, PAPER, type Theme } from './palette.ts';
import type { Part } from './parts.ts';
import type { DiagramRequest } from './request.ts';
import type { Legend } from './scene.ts';

/** What a box with text in it is painted with. */
export interface BoxPaint {
  readonly fill: string;
  readonly edge: string;
  readonly ink: string;
}

export interface Paint {
  /** Full colour: slabs without text. Shades that come close to the paper's have an edge. */
  readonly solid: (part: Part) => {
    readonly fill: string;
    readonly stroke?: string;
    readonly strokeWidth?: number;
  };
  readonly box: (part: Part) => BoxPaint;
  /** The value behind the colour, where there is one. */
  readonly value: (part: Part) => string | undefined;
  readonly legend: Legend;
}

const boxesOf = (theme: Theme): Readonly<Record<LayerKind, BoxPaint>> => {
  const { ink } = PAPER[theme];
  return Object.fromEntries(
    LAYER_KINDS.map((kind) => [
      kind,
      { fill: KIND_FILLS[theme][kind], edge: KIND_COLOURS[theme][kind], ink },
    ]),
  ) as Record<LayerKind, BoxPaint>;
};
const solidsOf = (theme: Theme): Readonly<Record<LayerKind, { readonly fill: string }>> =>
  Object.fromEntries(LAYER_KINDS.map((kind) => [kind, { fill: KIND_COLOURS[theme][kind] }])) as Record<
    LayerKind,
    { readonly fill: string }
  >;
const KIND_SOLIDS = { light: solidsOf('light'), dark: solidsOf('dark') };

export const KIND_BOXES: Readonly<Record<Theme, Readonly<Record<LayerKind, BoxPaint>>>> = {
  light: boxesOf('light'),
  dark: boxesOf('dark'),
};

/** Kinds of the legend in reading order; `other` and `input` say what they are by their names. */
const LEGEND_KINDS = [
  'conv',
  'depthwise',
  'se',
  'pointwise',
  'pool',
  'linear',
  'norm',
  'activation',
] as const satisfies readonly LayerKind[];

function kindPaint({ theme, text }: DiagramRequest, parts: readonly Part[]): Paint {
  const colours = KIND_COLOURS[theme];
  const present = new Set(parts.map(({ kind }) => kind));
  return {
    solid: ({ kind }) => KIND_SOLIDS[theme][kind],
    box: ({ kind }) => KIND_BOXES[theme][kind],
    value: () => undefined,
    legend: {
      kind: 'kinds',
      entries: LEGEND_KINDS.filter((kind) => present.has(kind)).map((kind) => ({
        text: text.kinds[kind],
        colour: colours[kind],
      })),
    },
  };
}

/** `parts`: everything that will be painted; they span the scale and name the kinds of the legend. */
export const paintFor = (request: DiagramRequest, parts: readonly Part[]): Paint =>
  request.colourBy === 'kind'
    ? kindPaint(request, parts)
    : metricPaint({ request, parts, metric: request.colourBy });
