// The sequential colour scale of metrics: lightness runs evenly in one direction, so it reads without colour vision too.
import type { Theme } from './palette.ts';

/** From nothing to the most: on light paper towards dark, on dark paper towards light. Hue from yellow over teal to indigo. */
export const STOPS = {
  light: ['#f7f2cf', '#cfe3ad', '#8fcdb0', '#4fabb4', '#3683ae', '#37589c', '#33297a'],
  dark: ['#2e2a5e', '#344a88', '#3a6b98', '#419099', '#63b58f', '#a6d48a', '#f2efae'],
} as const satisfies Record<Theme, readonly string[]>;

/**
 * 65 steps of d3.interpolateRgbBasis through the stops. Written down, for d3's colour mixing would be a tenth of what a first
 * visit loads; a test mixes them again.
 */
const STEPS: Readonly<Record<Theme, string>> = {
  light:
    'f7f2cf f3f1cc efefc9 eceec6 e8ecc3 e4ebc0 e0e9bd dce8ba d7e6b8 d3e5b6 cee3b4 c9e1b3 c4dfb2 ' +
    'bfdeb1 badcb0 b4dab0 afd8af a9d5af a3d3af 9dd1af 97ceb0 91ccb0 8bc9b0 85c6b1 7fc4b1 79c1b1 ' +
    '74beb2 6ebbb2 69b7b2 63b4b2 5eb1b2 5aadb2 56aab2 51a7b2 4ea3b2 4a9fb2 479cb1 4598b1 4294b0 ' +
    '4091af 3e8daf 3d89ae 3b85ad 3a81ac 397daa 3879a9 3875a8 3771a6 376da4 3769a3 3765a1 36619f ' +
    '365d9c 36599a 365598 365095 364c92 354890 35438d 353f8a 343b87 343684 343280 332d7d 33297a',
  dark:
    '2e2a5e 2f2d62 2f3066 30336a 30366e 313971 313c75 323f78 33427c 33457f 344882 344b85 354e87 ' +
    '355189 36548c 36578d 375b8f 385e91 386192 396493 396794 3a6b95 3b6e96 3b7197 3c7597 3d7898 ' +
    '3d7b98 3e7f98 3f8298 418698 428998 448d98 469097 489397 4a9796 4c9a96 4f9e95 52a194 55a593 ' +
    '59a893 5dab92 61af91 65b290 6ab590 6fb88f 74bb8e 7abe8e 7fc18e 85c48d 8bc78e 92ca8e 98cd8e ' +
    '9fd08f a5d290 acd592 b3d894 bada96 c1dd98 c8e09b cfe29e d6e5a1 dde7a4 e4eaa7 ebecab f2efae',
};

export interface Shade {
  readonly fill: string;
  /** Black or white: whichever reads better on it, with a contrast of at least 4.5. */
  readonly ink: string;
}

/** Relative luminance at which black and white read equally well (WCAG 2): √(1.05 · 0.05) − 0.05. */
const EVEN = 0.179;

/** Relative luminance of `rrggbb`, WCAG 2. */
function luminance(hex: string): number {
  const linear = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(0) + 0.7152 * linear(2) + 0.0722 * linear(4);
}

const shadesOf = (theme: Theme): readonly Shade[] =>
  STEPS[theme]
    .split(' ')
    .map((hex) => ({ fill: `#${hex}`, ink: luminance(hex) > EVEN ? '#000000' : '#ffffff' }));

const NOTHING: Shade = { fill: 'none', ink: '#000000' };
const RAMPS: Readonly<Record<Theme, readonly Shade[]>> = { light: shadesOf('light'), dark: shadesOf('dark') };

/** `share` from 0 to 1. */
export function shadeAt(theme: Theme, share: number): Shade {
  const ramp = RAMPS[theme];
  return ramp[Math.round(Math.min(1, Math.max(0, share)) * (ramp.length - 1))] ?? NOTHING;
}
