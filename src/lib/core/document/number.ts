// Numbers of documents, written without the system's locale tables so that every machine writes the same characters.
import { grouped } from '../diagram/quantity.ts';

/** `2,952.5`: digits in groups of three, always so many decimals. */
export function fixed(value: number, decimals: number): string {
  const [whole = '', rest] = value.toFixed(decimals).split('.');
  return rest === undefined ? grouped(Number(whole)) : `${grouped(Number(whole))}.${rest}`;
}

/** `155,700,480`, `8.25`: two decimals at most. */
export function amount(value: number): string {
  const [whole = '', rest] = String(Number(value.toFixed(2))).split('.');
  return rest === undefined ? grouped(Number(whole)) : `${grouped(Number(whole))}.${rest}`;
}
