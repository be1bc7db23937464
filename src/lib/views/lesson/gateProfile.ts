// Arithmetic of gates: between which values they lie, and how far they moved.

/** Lowest and highest of all the lists together. */
export function rangeOf(...lists: readonly (Float32Array | undefined)[]): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const list of lists)
    for (const value of list ?? []) [low, high] = [Math.min(low, value), Math.max(high, value)];
  return [low, high];
}

/** Mean and largest absolute difference; both lists are of one length. */
export function change(
  before: Float32Array,
  now: Float32Array,
): { readonly mean: number; readonly largest: number } {
  let [sum, largest] = [0, 0];
  for (const [i, value] of now.entries()) {
    const moved = Math.abs(value - (before[i] ?? 0));
    [sum, largest] = [sum + moved, Math.max(largest, moved)];
  }
  return { mean: sum / now.length, largest };
}
