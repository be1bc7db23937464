// Networks trained alone, to see what accuracies of shared weights are worth: made by training/report.py, told in training/REPORT.md.

/** Top-1 in percent on the 5,000 held-out images; `inherited` before these were added for the last part of the training. */
export interface TrainedAlone {
  readonly name: string;
  readonly inherited: number;
  readonly alone: number;
}

export const TRAINED_ALONE: readonly TrainedAlone[] = [
  { name: '×0.25', inherited: 91.9, alone: 87.8 },
  { name: '×0.25 · kernels 3333333333333 · se 0000000000000 · last-conv 0', inherited: 91.56, alone: 89.3 },
  { name: '×0.25 · se 1111111111111', inherited: 91.92, alone: 85.86 },
  { name: '×0.35 · kernels 7777777777777', inherited: 92.38, alone: 88.38 },
  { name: '×0.35 · se 1110000000000', inherited: 91.88, alone: 89.68 },
  { name: '×0.5', inherited: 92.14, alone: 88.16 },
  { name: '×0.5 · kernels 3333333333333 · se 0000000000000', inherited: 91.94, alone: 89.6 },
  { name: '×0.75 · kernels 5555553333333', inherited: 92.96, alone: 90.3 },
];

export const INHERITED = {
  epochs: 3,
  /** Kendall's tau-b of the two orders. */
  tau: 0.14,
  /** Mean absolute difference, in points. */
  difference: 3.45,
} as const;
