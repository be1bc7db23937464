// The Pareto front: the points that no other point beats. Lower x is better (latency), higher y is better (accuracy).

export interface FrontPoint {
  readonly x: number;
  readonly y: number;
}

/**
 * A point is beaten by one that is at least as good in both and better in one. So of equal x only the highest y stays, of
 * equal y only the lowest x, and points that are equal in both stay together. Points with NaN take no part.
 * Ordered by x; of equal points the first given comes first. O(n log n).
 */
export function paretoFront<P extends FrontPoint>(points: readonly P[]): readonly P[] {
  const comparable = points.filter(({ x, y }) => !Number.isNaN(x) && !Number.isNaN(y));
  const front: P[] = [];
  for (const point of comparable.sort((a, b) => compare(a.x, b.x) || compare(b.y, a.y))) {
    const best = front.at(-1);
    if (!best || point.y > best.y || (point.y === best.y && point.x === best.x)) front.push(point);
  }
  return front;
}

/** Unlike a difference it orders infinities too. */
const compare = (a: number, b: number): number => (a < b ? -1 : Number(a > b));
