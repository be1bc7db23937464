// Networks trained alone, to see what accuracies of shared weights are worth: made by training/report.py, told in training/REPORT.md.

/** Top-1 in percent on the 5,000 held-out images. */
export interface TrainedAlone {
  readonly name: string;
  readonly inherited: number;
  readonly alone: number;
}

export const TRAINED_ALONE: readonly TrainedAlone[] = [
  { name: 'x0.25 default', inherited: 90.9, alone: 87.8 },
  { name: 'x0.25 smallest', inherited: 91.2, alone: 89.3 },
  { name: 'x0.25 SE everywhere', inherited: 90.82, alone: 85.86 },
];

export const INHERITED = {
  epochs: 3,
  /** Kendall's tau-b of the two orders. */
  tau: 1.0,
  /** Mean absolute difference, in points. */
  difference: 3.32,
} as const;
