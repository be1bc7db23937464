// The Scene: a diagram as resolved shapes, ready for any painter. No colour, size or word is left to decide.
import type { LayerKind } from '../graph/kind.ts';

export type Anchor = 'start' | 'middle' | 'end';

export type Shape =
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly radius: number;
      readonly fill: string;
      readonly stroke?: string;
      /** 1 where not said. */
      readonly strokeWidth?: number;
    }
  | {
      readonly kind: 'path';
      readonly d: string;
      readonly stroke: string;
      readonly width: number;
      readonly fill?: string;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      /** Baseline. */
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly fill: string;
      readonly anchor: Anchor;
      readonly bold?: boolean;
      /** Degrees, clockwise, around (x, y). */
      readonly rotate?: number;
    };

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One thing that can be pointed at: a stage, a block or a layer. Shapes are relative to the box's corner. */
export interface Item extends Box {
  /** Id of the stage or block, or name of the layer. */
  readonly id: string;
  readonly level: 'stage' | 'block' | 'layer';
  /** Number of a body block, as people count. */
  readonly number?: number;
  readonly kind: LayerKind;
  /** `Block 12 (blocks6.0)`, or the name of a layer. */
  readonly title: string;
  /** `DW 5×5 /2, SE, PW 1×1`; empty for a frame, whose layers are items. */
  readonly about: string;
  /** `14×14×256 → 7×7×512`. */
  readonly tensors: string;
  /** Nodes [start, end) of the graph. */
  readonly start: number;
  readonly end: number;
  /** A frame around layers that are items of their own. */
  readonly frame: boolean;
  readonly shapes: readonly Shape[];
}

/** Room for square images of one block: what it made of a picture. */
export interface FilmPlace {
  /** Id of the block. */
  readonly block: string;
  readonly x: number;
  readonly y: number;
  readonly side: number;
  readonly count: number;
  /** From one image to the next. */
  readonly dx: number;
  readonly dy: number;
}

export interface LegendEntry {
  readonly text: string;
  readonly colour: string;
}

export type Legend =
  | { readonly kind: 'kinds'; readonly entries: readonly LegendEntry[] }
  | {
      readonly kind: 'scale';
      readonly title: string;
      readonly low: string;
      readonly high: string;
      readonly colours: readonly string[];
    };

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly ink: string;
  readonly muted: string;
  readonly items: readonly Item[];
  /** Arrows and connectors: above the frames, beneath everything else. */
  readonly links: readonly Shape[];
  /** Axis labels and captions. */
  readonly marks: readonly Shape[];
  /** Empty where no room was asked for. */
  readonly film: readonly FilmPlace[];
  readonly legend: Legend;
}
