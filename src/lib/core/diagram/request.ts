// What a diagram is asked to show.
import type { Analysis } from '../analyze.ts';
import type { Pair } from '../config/netConfig.ts';
import type { Graph } from '../graph/ir.ts';
import type { MetricId } from '../metrics/index.ts';
import type { Theme } from './palette.ts';
import type { Slot } from './stripSlots.ts';
import type { ColourBy, DiagramText } from './text.ts';

export const MODES = ['strip', 'flow'] as const;
/** `strip`: to scale. `flow`: boxes and arrows, as in the paper's figure. */
export type Mode = (typeof MODES)[number];

export const LEVELS = ['stages', 'blocks', 'layers'] as const;
export type Level = (typeof LEVELS)[number];

/** The scale at which `places` is built, everywhere. */
export const PLACES_SCALE = 1;

/** A strip among others: slots and scale are given. */
export interface SharedStrip {
  /** One for each group. */
  readonly slots: readonly Slot[];
  /** Units of the drawing per √channels. */
  readonly unit: number;
  /** The largest height and width of any tensor drawn, in pixels. */
  readonly extent: Pair;
}

export interface DiagramRequest {
  readonly analysis: Analysis<MetricId>;
  readonly mode: Mode;
  readonly level: Level;
  /** Ids of blocks opened in place into their layers. */
  readonly opened: ReadonlySet<string>;
  readonly colourBy: ColourBy;
  /** Measured ms of every node, once measured; a column like any other. */
  readonly measuredMs?: Float64Array | undefined;
  /** Preferred width of the drawing. Rows are filled up to it; what cannot be made narrower is wider. */
  readonly width?: number | undefined;
  /** The same network at the scale whose widths set the places of the strip: a turned scale then moves nothing. */
  readonly places?: Graph | undefined;
  /** Where the groups of the strip stand and how large it is drawn, where other networks have a say in that. */
  readonly shared?: SharedStrip | undefined;
  /** Images per block to leave room for; none where not said. */
  readonly film?: number | undefined;
  readonly theme: Theme;
  readonly text: DiagramText;
}
