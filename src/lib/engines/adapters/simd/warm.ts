// Warming up: WebAssembly starts in code that was compiled in a hurry; what runs often is compiled well while it runs.
import { FAMILIES } from '../../../core/families/index.ts';
import { graphParameters, parameterSize } from '../../../core/graph/parameters.ts';
import type { CompiledNetwork, WeightedGraph } from '../../engine.ts';

/** Small, but with every kernel size, both strides, and SE. Zeros take as long as any numbers. */
export function warmNetwork(): WeightedGraph {
  const { defaults, build } = FAMILIES.pplcnet;
  const graph = build({ ...defaults, scale: 0.25, resolution: [64, 64], classes: 32, lastConv: 64 });
  const tensors = graphParameters(graph).map((spec) => {
    const data = new Float32Array(parameterSize(spec)).fill(spec.role === 'variance' ? 1 : 0);
    return [spec.name, { shape: spec.shape, data }] as const;
  });
  return { graph, weights: new Map(tensors) };
}

const INPUT = new Float32Array(64 * 64 * 3);

/** Runs them in turn for so long; returns the fastest run of each in milliseconds. */
export async function settle(networks: readonly CompiledNetwork[], ms: number): Promise<readonly number[]> {
  const fastest = networks.map(() => Infinity);
  const end = performance.now() + ms;
  do {
    for (const [i, network] of networks.entries()) {
      const begin = performance.now();
      await network.run({ input: INPUT, batch: 1 });
      fastest[i] = Math.min(fastest[i] as number, performance.now() - begin);
    }
  } while (performance.now() < end);
  return fastest;
}
