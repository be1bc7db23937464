// Ranks of values, 1 for the smallest. Equal values share the mean of their ranks (midranks).

/** In the order of the values; NaN is not allowed. */
export function midranks(values: ArrayLike<number>): Float64Array<ArrayBuffer> {
  const order = Array.from({ length: values.length }, (_, i) => i);
  order.sort((a, b) => (values[a] as number) - (values[b] as number));
  const ranks = new Float64Array(values.length);
  for (let start = 0, end = 0; start < order.length; start = end) {
    const value = values[order[start] as number];
    while (end < order.length && values[order[end] as number] === value) end++;
    for (let i = start; i < end; i++) ranks[order[i] as number] = (start + 1 + end) / 2;
  }
  return ranks;
}
