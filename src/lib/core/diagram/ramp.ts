// The sequential colour scale of metrics: lightness runs evenly in one direction, so it reads without colour vision too.
import { interpolateRgbBasis, rgb } from 'd3';
import type { Theme } from './palette.ts';

/** From nothing to the most: on light paper towards dark, on dark paper towards light. Hue from yellow over teal to indigo. */
const STOPS = {
  light: ['#f7f2cf', '#cfe3ad', '#8fcdb0', '#4fabb4', '#3683ae', '#37589c', '#33297a'],
  dark: ['#2e2a5e', '#344a88', '#3a6b98', '#419099', '#63b58f', '#a6d48a', '#f2efae'],
} as const satisfies Record<Theme, readonly string[]>;

const SHADES = 64;

export interface Shade {
  readonly fill: string;
  /** Black or white: whichever reads better on it, with a contrast of at least 4.5. */
  readonly ink: string;
}

/** Relative luminance at which black and white read equally well (WCAG 2): √(1.05 · 0.05) − 0.05. */
const EVEN = 0.179;

/** Relative luminance of a colour, WCAG 2. */
function luminance(colour: string): number {
  const { r, g, b } = rgb(colour);
  const linear = (value: number) =>
    value <= 0.04045 * 255 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

function shadesOf(theme: Theme): readonly Shade[] {
  const colour = interpolateRgbBasis([...STOPS[theme]]);
  return Array.from({ length: SHADES + 1 }, (_, i) => {
    const fill = rgb(colour(i / SHADES)).formatHex();
    return { fill, ink: luminance(fill) > EVEN ? '#000000' : '#ffffff' };
  });
}

const NOTHING: Shade = { fill: 'none', ink: '#000000' };
const RAMPS: Readonly<Record<Theme, readonly Shade[]>> = { light: shadesOf('light'), dark: shadesOf('dark') };

/** `share` from 0 to 1. */
export const shadeAt = (theme: Theme, share: number): Shade =>
  RAMPS[theme][Math.round(Math.min(1, Math.max(0, share)) * SHADES)] ?? NOTHING;
