// Numbers of documents, written without the system's locale tables so that every machine writes the same characters.
import { grouped } from '../diagram/quantity.ts';

/** `2,952.5`: digits in groups of three, always so many decimals. */
export function fixed(value: number, decimals: number): string {
  const [whole = '', rest] = value.toFixed(decimals).split('.');
  return rest === undefined ? grouped(Number(whole)) : `${grouped(Number(whole))}.${rest}`;
}

export { grouped };
