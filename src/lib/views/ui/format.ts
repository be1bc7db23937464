// Numbers as people read them, in the page's language; the exact value always stands beside or in a title.
import { getLocale } from '$lib/paraglide/runtime.js';

const formats = new Map<string, Intl.NumberFormat>();

/** From `least` to `most` digits after the point. Making a format takes far longer than using it: each is made once. */
function format(value: number, least: number, most = least): string {
  const locale = getLocale();
  const key = `${locale} ${least} ${most}`;
  let known = formats.get(key);
  if (!known) {
    known = new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: most });
    formats.set(key, known);
  }
  return known.format(value);
}

export const whole = (value: number): string => format(value, 0);

/** `digits` after the point, always all of them, so that nothing jumps. */
export const fixed = (value: number, digits: number): string => format(value, digits);

/** As many digits as there are, up to six. */
export const exact = (value: number): string => format(value, 0, 6);

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
