// A number beside that of the network everything is compared with.

export interface Against {
  readonly value: number;
  /** value − base, in the value's own unit. */
  readonly difference: number;
  /** difference / base: 0.25 is a quarter more. Undefined where the base is 0. */
  readonly relative: number | undefined;
}

export function against(base: number, value: number): Against {
  const difference = value - base;
  return { value, difference, relative: base === 0 ? undefined : difference / base };
}
