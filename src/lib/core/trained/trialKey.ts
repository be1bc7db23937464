// Under which name predictions of a network are kept: with weights of a file it is another one to try than with those of this program.

/** No option is called so. */
const WEIGHTS = '&weights=';

export interface WeightsId {
  /** `fingerprint` of the weights. */
  readonly digits: string;
  /** Of the file. */
  readonly name: string;
}

/** @param key `configKey` of the network @param weights of a file; those that come with this program where not said */
export const trialKey = (key: string, weights?: WeightsId): string =>
  weights ? `${key}${WEIGHTS}${weights.digits}:${weights.name}` : key;

/** The `configKey` of the network that was tried, and the name of the file whose weights it had. */
export function ofTrial(trial: string): { readonly key: string; readonly file: string | undefined } {
  const [key = '', ...rest] = trial.split(WEIGHTS);
  const weights = rest.join(WEIGHTS);
  return { key, file: rest.length > 0 ? weights.slice(weights.indexOf(':') + 1) : undefined };
}
