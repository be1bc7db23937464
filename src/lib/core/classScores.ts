// What a network says of a picture: logits → probabilities of the classes, and which are likeliest.

/** Softmax; of no logits, nothing. */
export function probabilities(logits: ArrayLike<number>): Float64Array<ArrayBuffer> {
  const values = Float64Array.from(logits);
  // the largest becomes e⁰: nothing overflows
  const largest = values.reduce((a, b) => Math.max(a, b), -Infinity);
  const powers = values.map((logit) => Math.exp(logit - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

export interface RankedClass {
  readonly index: number;
  readonly probability: number;
}

/** The likeliest classes, the likeliest first; equal ones in the order of the classes. */
export const likeliest = (logits: ArrayLike<number>, count: number): readonly RankedClass[] =>
  [...probabilities(logits)]
    .map((probability, index) => ({ index, probability }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, count);
