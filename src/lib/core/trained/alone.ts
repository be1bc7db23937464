// Networks trained alone, to see what accuracies of shared weights are worth: made by training/report.py, told in training/REPORT.md.

/** Top-1 in percent on the 5,000 held-out images. */
export interface TrainedAlone {
  readonly name: string;
  readonly inherited: number;
  readonly alone: number;
}

export const TRAINED_ALONE: readonly TrainedAlone[] = [
  { name: '×0.25', inherited: 91.9, alone: 87.8 },
  { name: '×0.25 · kernels 3333333333333 · se 0000000000000 · last-conv 0', inherited: 91.56, alone: 89.3 },
  { name: '×0.25 · se 1111111111111', inherited: 91.92, alone: 85.86 },
];

export const INHERITED = {
  epochs: 3,
  /** Kendall's tau-b of the two orders. */
  tau: -1.0,
  /** Mean absolute difference, in points. */
  difference: 4.14,
} as const;
