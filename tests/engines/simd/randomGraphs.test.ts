// The kernels against the reference on graphs of any kind: every result of every step.
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { smoothNoise } from '../../../src/lib/core/weights/smoothNoise.ts';
import type { Shape } from '../../../src/lib/core/graph/ir.ts';
import { open as openReference } from '../../../src/lib/engines/adapters/reference.ts';
import { open } from '../../../src/lib/engines/adapters/simd.ts';
import { relativeDifference } from '../../../src/lib/engines/probe.ts';
import { anyGraph, anyWeights } from './anyGraph.ts';

const GRAPHS = 300;
const TOLERANCE = 1e-4;

const simd = await open('simd', {});
const reference = openReference();
afterAll(() => simd.close());

test(`${GRAPHS} graphs of any kind give what the reference gives`, async () => {
  await fc.assert(
    fc.asyncProperty(anyGraph, fc.integer({ min: 1, max: 3 }), async (graph, batch) => {
      const weights = anyWeights(graph);
      const shape = graph.nodes[0]?.shape as Shape;
      const input = smoothNoise({ shape, batch, seed: 5 });
      const network = simd.compile({ graph, weights });
      try {
        const nodes = network.groups.map((group) => group.at(-1) ?? '');
        const found = await network.tap({ input, batch, nodes });
        const expected = await reference.compile({ graph, weights }).tap({ input, batch, nodes });
        const wrong = nodes.filter((node) => {
          const [f, e] = [found.get(node), expected.get(node)];
          return !(f && e && f.length === e.length && relativeDifference(f, e) < TOLERANCE);
        });
        expect(wrong).toEqual([]);
      } finally {
        network.dispose();
      }
    }),
    { numRuns: GRAPHS, seed: 7 },
  );
  expect(simd.memory().tensors).toBe(0);
}, 240_000);
