// What a benchmark is: a name, and a run that gives figures, some of which have a limit.

export interface Figure {
  readonly name: string;
  readonly value: number;
  /** `ratio`: of two times of the same run. */
  readonly unit: 'ms' | 'ratio' | 'kB' | 'count' | '1/s' | 'GMAC/s';
  /** It should be no more than this … */
  readonly limit?: number;
  /** … or no less. */
  readonly least?: number;
}

export interface Bench {
  readonly name: string;
  readonly run: () => Promise<readonly Figure[]>;
}
