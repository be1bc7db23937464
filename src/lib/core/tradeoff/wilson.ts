// The interval of a share that was counted: how far the accuracy on all images may be from that on the ones looked at.

/** 97.5 % quantile of the standard normal distribution. */
const Z = 1.959964;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's score interval (Wilson 1927) of 95 %: unlike the textbook's, right for shares near 0 and 1, too.
 * @returns shares from 0 to 1; 0 to 1 where nothing was counted
 */
export function wilsonInterval(successes: number, trials: number): Interval {
  if (trials === 0) return { low: 0, high: 1 };
  const share = successes / trials;
  const shrink = 1 + Z ** 2 / trials;
  const centre = share + Z ** 2 / (2 * trials);
  const half = Z * Math.sqrt((share * (1 - share)) / trials + Z ** 2 / (4 * trials ** 2));
  return { low: Math.max(0, (centre - half) / shrink), high: Math.min(1, (centre + half) / shrink) };
}
