// Colours of both themes: one per kind of layer, used alike in diagram, tables and charts. Safe for colour-blind eyes; see the test.
import type { LayerKind } from '../graph/kind.ts';

export type Theme = 'light' | 'dark';

export const KIND_COLOURS = {
  light: {
    input: '#9aa0ab',
    conv: '#868c98',
    depthwise: '#3f63d0',
    pointwise: '#3fa98c',
    norm: '#a9b3c4',
    activation: '#c08a4e',
    se: '#9a4bf0',
    pool: '#d99a00',
    linear: '#e0629b',
    other: '#b3b6bd',
  },
  dark: {
    input: '#8b909a',
    conv: '#9499a5',
    depthwise: '#6f8df0',
    pointwise: '#5cc2a5',
    norm: '#7f8a9e',
    activation: '#d3a468',
    se: '#b57bff',
    pool: '#e8b33d',
    linear: '#ee84b3',
    other: '#878c96',
  },
} as const satisfies Record<Theme, Record<LayerKind, string>>;

export const PAPER = {
  light: { background: '#fbfbfa', surface: '#ffffff', line: '#d7d8d4', ink: '#1b1d23', muted: '#626875' },
  dark: { background: '#141518', surface: '#1b1d21', line: '#3a3e46', ink: '#eceef1', muted: '#a3a8b1' },
} as const satisfies Record<Theme, Record<'background' | 'surface' | 'line' | 'ink' | 'muted', string>>;
