// The sequential colour scale of metrics: lightness runs evenly in one direction, so it reads without colour vision too.
import type { Theme } from './palette.ts';

/** From nothing to the most: on light paper towards dark, on dark paper towards light. Hue from yellow over teal to indigo. */
export const STOPS = {
  light: ['#f7f2cf', '#cfe3ad', '#8fcdb0', '#4fabb4', '#3683ae', '#37589c', '#33297a'],
  dark: ['#2e2a5e', '#344a88', '#3a6b98', '#419099', '#63b58f', '#a6d48a', '#f2efae'],
} as const satisfies Record<Theme, readonly string[]>;

/** Shades of the scale, both ends among them. */
const COUNT = 65;

/** Value at `share` of the way along a uniform cubic B-spline from the first value to the last: d3.interpolateBasis, without d3. */
function basis(values: readonly number[], share: number): number {
  const last = values.length - 1;
  const i = Math.min(last - 1, Math.floor(share * last));
  const t = share * last - i;
  const [b, c] = [values[i] ?? 0, values[i + 1] ?? 0];
  const [a, d] = [values[i - 1] ?? 2 * b - c, values[i + 2] ?? 2 * c - b];
  const weighted =
    (1 - t) ** 3 * a +
    (4 - 6 * t ** 2 + 3 * t ** 3) * b +
    (1 + 3 * t + 3 * t ** 2 - 3 * t ** 3) * c +
    t ** 3 * d;
  return weighted / 6;
}

type Rgb = readonly number[];
const rgb = (hex: string): Rgb => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
const hexOf = (colour: Rgb): string =>
  `#${colour.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;

export interface Shade {
  readonly fill: string;
  /** Black or white: whichever reads better on it, with a contrast of at least 4.5. */
  readonly ink: string;
}

/** Relative luminance at which black and white read equally well (WCAG 2): √(1.05 · 0.05) − 0.05. */
const EVEN = 0.179;

/** Relative luminance, WCAG 2. */
function luminance(colour: Rgb): number {
  const [r = 0, g = 0, b = 0] = colour.map((value) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function shadesOf(theme: Theme): readonly Shade[] {
  const stops = STOPS[theme].map(rgb);
  return Array.from({ length: COUNT }, (_, i) => {
    const colour = [0, 1, 2].map((channel) =>
      basis(
        stops.map((stop) => stop[channel] ?? 0),
        i / (COUNT - 1),
      ),
    );
    return { fill: hexOf(colour), ink: luminance(colour) > EVEN ? '#000000' : '#ffffff' };
  });
}

const NOTHING: Shade = { fill: 'none', ink: '#000000' };
const RAMPS: Readonly<Record<Theme, readonly Shade[]>> = { light: shadesOf('light'), dark: shadesOf('dark') };

/** `share` from 0 to 1. */
export function shadeAt(theme: Theme, share: number): Shade {
  const ramp = RAMPS[theme];
  return ramp[Math.round(Math.min(1, Math.max(0, share)) * (ramp.length - 1))] ?? NOTHING;
}
