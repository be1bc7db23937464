// The memory plan: rooms that are needed at the same time never share bytes, and its peak is what the metric says.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FAMILIES } from '../../../src/lib/core/families/index.ts';
import type { Graph } from '../../../src/lib/core/graph/ir.ts';
import { peakActivationBytes } from '../../../src/lib/core/metrics/peakMemory.ts';
import { planMemory, type Span } from '../../../src/lib/engines/adapters/simd/memoryPlan.ts';
import { layOut } from '../../../src/lib/engines/adapters/simd/places.ts';
import { fusedTasks } from '../../../src/lib/engines/adapters/simd/tasks.ts';

/** The most bytes needed at one time: no plan can do with less. */
const leastBytes = (spans: readonly Span[]): number =>
  Math.max(
    ...spans.map(({ from: at }) =>
      spans.reduce((sum, { from, to, bytes }) => sum + (from <= at && at <= to ? bytes : 0), 0),
    ),
  );

test('spans that overlap in time lie apart in memory', () => {
  const span = fc
    .record({ bytes: fc.integer({ min: 1, max: 5000 }), from: fc.nat(20), length: fc.nat(8) })
    .map(({ bytes, from, length }) => ({ bytes, from, to: from + length }));
  fc.assert(
    fc.property(fc.array(span, { minLength: 1, maxLength: 30 }), (spans) => {
      const { offsets, bytes } = planMemory(spans);
      spans.forEach((a, i) =>
        spans.forEach((b, j) => {
          if (i >= j || a.to < b.from || b.to < a.from) return;
          const [x, y] = [offsets[i] as number, offsets[j] as number];
          expect(x + a.bytes <= y || y + b.bytes <= x).toBe(true);
        }),
      );
      spans.forEach((each, i) => expect((offsets[i] as number) + each.bytes).toBeLessThanOrEqual(bytes));
    }),
  );
});

/** Rooms without margins and without space between positions: what the values alone take. */
const spansOf = (graph: Graph): readonly Span[] =>
  layOut(graph, fusedTasks(graph)).rooms.map(({ height, width, channels, from, to }) => ({
    bytes: 4 * height * width * channels,
    from,
    to,
  }));

const metricOf = (graph: Graph): number =>
  peakActivationBytes.combine(
    peakActivationBytes.perLayer(graph),
    { start: 0, end: graph.nodes.length },
    graph,
  );

describe.each(Object.values(FAMILIES))('$label', ({ defaults, build }) => {
  const graph = build(defaults);
  const joins = graph.nodes.some(({ op }) => op.kind === 'concat');

  test('needs no more at one time than the peak activation bytes of its layers', () => {
    const least = leastBytes(spansOf(graph));
    // where parts are written straight into the whole, less is needed than layer by layer
    if (joins) expect(least).toBeLessThanOrEqual(metricOf(graph));
    else expect(least).toBe(metricOf(graph));
  });

  test('is planned into an arena of that size', () => {
    expect(planMemory(spansOf(graph)).bytes).toBe(leastBytes(spansOf(graph)));
  });
});
