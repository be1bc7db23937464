// Numbers in a figure, written without the system's locale tables so that every machine writes the same characters.

const STEPS = [
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'k'],
] as const;

/** Three significant digits: 12.8M, 0.42, 512. */
export function compact(value: number): string {
  const [step, suffix] = STEPS.find(([least]) => value >= least * 0.9995) ?? [1, ''];
  return `${Number((value / step).toPrecision(3))}${suffix}`;
}

/** 155,700,480 */
export const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
