// Numbers as people read them, in the page's language; the exact value always stands beside or in a title.
import { getLocale } from '$lib/paraglide/runtime.js';

const format = (value: number, options: Intl.NumberFormatOptions): string =>
  new Intl.NumberFormat(getLocale(), options).format(value);

export const whole = (value: number): string => format(value, { maximumFractionDigits: 0 });

/** `digits` after the point, always all of them, so that nothing jumps. */
export const fixed = (value: number, digits: number): string =>
  format(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });

export interface Quantity {
  readonly text: string;
  readonly unit: string;
}

/** Millions, as the field prints MACs and FLOPs. */
export const millions = (value: number): Quantity => ({ text: fixed(value / 1e6, 2), unit: 'M' });

/** Decimal units: 1 MB is 1,000,000 bytes. */
export function bytes(value: number): Quantity {
  if (value < 1e3) return { text: whole(value), unit: 'B' };
  return value < 1e6
    ? { text: fixed(value / 1e3, 1), unit: 'kB' }
    : { text: fixed(value / 1e6, 2), unit: 'MB' };
}

/** Three significant digits: 1.15, 11.8, 205. */
export const milliseconds = (ms: number): string => {
  if (ms < 10) return fixed(ms, 2);
  return fixed(ms, ms < 100 ? 1 : 0);
};

/** `112²` or `112×56`. */
export const area = (height: number, width: number): string =>
  height === width ? `${height}²` : `${height}×${width}`;
