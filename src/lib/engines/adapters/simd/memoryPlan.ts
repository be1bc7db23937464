// The memory plan: rooms that are not needed at the same time share their bytes (largest first, each at the lowest free place).

export interface Span {
  readonly bytes: number;
  /** The first and the last task that needs it. */
  readonly from: number;
  readonly to: number;
}

export interface MemoryPlan {
  /** Of each span, from the start of the arena. */
  readonly offsets: readonly number[];
  readonly bytes: number;
}

const ALIGNMENT = 64;

export function planMemory(spans: readonly Span[]): MemoryPlan {
  const offsets = new Array<number>(spans.length).fill(0);
  const placed: { readonly span: Span; readonly start: number; readonly end: number }[] = [];
  const order = spans.map((_, i) => i).sort((a, b) => (spans[b]?.bytes ?? 0) - (spans[a]?.bytes ?? 0));
  for (const i of order) {
    const span = spans[i] as Span;
    const size = ALIGNMENT * Math.ceil(span.bytes / ALIGNMENT);
    const rivals = placed
      .filter((other) => other.span.from <= span.to && span.from <= other.span.to)
      .sort((a, b) => a.start - b.start);
    let start = 0;
    for (const rival of rivals) {
      if (start + size <= rival.start) break;
      start = Math.max(start, rival.end);
    }
    offsets[i] = start;
    placed.push({ span, start, end: start + size });
  }
  return { offsets, bytes: Math.max(0, ...placed.map(({ end }) => end)) };
}
