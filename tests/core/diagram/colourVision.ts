// Colour arithmetic for tests: contrast by WCAG 2, distance in OKLab, and how colours look to colour-blind eyes.

export type Rgb = readonly [red: number, green: number, blue: number];

export function toRgb(hex: string): Rgb {
  const channel = (at: number) => parseInt(hex.slice(at, at + 2), 16) / 255;
  return [channel(1), channel(3), channel(5)];
}

const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const toLinear = ([red, green, blue]: Rgb): Rgb => [linear(red), linear(green), linear(blue)];

const weighted = ([red, green, blue]: Rgb, [r, g, b]: Rgb): number => r * red + g * green + b * blue;

/** WCAG 2 contrast ratio, from 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const light = (colour: Rgb) => weighted(toLinear(colour), [0.2126, 0.7152, 0.0722]) + 0.05;
  const [a, b] = [light(one), light(other)];
  return Math.max(a, b) / Math.min(a, b);
}

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB. */
export const VISION = {
  normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
} as const; // prettier-ignore
export type Vision = keyof typeof VISION;

/** OKLab (Ottosson 2020) of a colour as `vision` sees it. */
function perceived(colour: Rgb, vision: Vision): Rgb {
  const [toR, toG, toB] = VISION[vision];
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  const own = toLinear(colour);
  const seen: Rgb = [clip(weighted(own, toR)), clip(weighted(own, toG)), clip(weighted(own, toB))];
  const cones: Rgb = [
    Math.cbrt(weighted(seen, [0.4122214708, 0.5363325363, 0.0514459929])),
    Math.cbrt(weighted(seen, [0.2119034982, 0.6806995451, 0.1073969566])),
    Math.cbrt(weighted(seen, [0.0883024619, 0.2817188376, 0.6299787005])),
  ];
  return [
    weighted(cones, [0.2104542553, 0.793617785, -0.0040720468]),
    weighted(cones, [1.9779984951, -2.428592205, 0.4505937099]),
    weighted(cones, [0.0259040371, 0.7827717662, -0.808675766]),
  ];
}

/** 100 × the distance in OKLab: about 2 is just noticeable. */
export function distance(one: Rgb, other: Rgb, vision: Vision): number {
  const [a, b] = [perceived(one, vision), perceived(other, vision)];
  return 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** 100 × the lightness in OKLab. */
export const lightness = (colour: Rgb): number => 100 * perceived(colour, 'normal')[0];
