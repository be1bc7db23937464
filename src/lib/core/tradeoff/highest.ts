// Which of several measured values is highest, and whether the measurements can tell it from the next.

export interface Ranged {
  readonly id: string;
  readonly value: number;
  /** Ends of its interval; equal to the value where it is exact. */
  readonly low: number;
  readonly high: number;
}

export interface Highest {
  readonly highest: Ranged;
  /** The next highest whose interval overlaps that of the highest; undefined where none does. */
  readonly rival: Ranged | undefined;
}

/** Undefined for nothing at all. */
export function highestOf(values: readonly Ranged[]): Highest | undefined {
  const [highest, ...others] = [...values].sort((a, b) => b.value - a.value);
  return highest && { highest, rival: others.find(({ high }) => high >= highest.low) };
}
