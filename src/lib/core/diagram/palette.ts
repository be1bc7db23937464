// Colours of both themes: one per kind of layer, used alike in diagram, tables and charts. Safe for colour-blind eyes; see the test.
import type { LayerKind } from '../graph/kind.ts';

export type Theme = 'light' | 'dark';

export const KIND_COLOURS = {
  light: {
    input: '#7a8190',
    conv: '#545963',
    depthwise: '#3f5cc4',
    pointwise: '#0f8f68',
    norm: '#7f8ba8',
    activation: '#7f4c1a',
    se: '#a64df2',
    pool: '#b9800f',
    linear: '#e5507f',
    other: '#7d828d',
  },
  dark: {
    input: '#8b909a',
    conv: '#737988',
    depthwise: '#5fa0f4',
    pointwise: '#67d6a6',
    norm: '#a0b2cc',
    activation: '#a5692a',
    se: '#a25bfe',
    pool: '#f2b84a',
    linear: '#ee7888',
    other: '#878c96',
  },
} as const satisfies Record<Theme, Record<LayerKind, string>>;

/**
 * What boxes with text in them are filled with: 16 % of the kind's colour on the surface, little enough for text to stand on.
 * Written down, for d3's colour mixing would be a tenth of what a first visit loads; a test mixes them again.
 */
export const KIND_FILLS = {
  light: {
    input: '#eaebed',
    conv: '#e4e4e6',
    depthwise: '#e0e5f6',
    pointwise: '#d9ede7',
    norm: '#ebecf1',
    activation: '#ebe2da',
    se: '#f1e3fd',
    pool: '#f4ebd9',
    linear: '#fbe3eb',
    other: '#eaebed',
  },
  dark: {
    input: '#2d2f34',
    conv: '#292c31',
    depthwise: '#263243',
    pointwise: '#273b36',
    norm: '#30353c',
    activation: '#312922',
    se: '#312744',
    pool: '#3d3628',
    linear: '#3d2c31',
    other: '#2c2f34',
  },
} as const satisfies Record<Theme, Record<LayerKind, string>>;

export const PAPER = {
  light: { background: '#fbfbfa', surface: '#ffffff', line: '#d7d8d4', ink: '#1b1d23', muted: '#626875' },
  dark: { background: '#141518', surface: '#1b1d21', line: '#3a3e46', ink: '#eceef1', muted: '#a3a8b1' },
} as const satisfies Record<Theme, Record<'background' | 'surface' | 'line' | 'ink' | 'muted', string>>;
