// Times how long files of models take to be read (×1.0, 12 MB) and written (×2.5): medians in ms.
import { FAMILIES } from '../../src/lib/core/families/index.ts';
import { importWeights } from '../../src/lib/core/interchange/importWeights.ts';
import { modelFiles } from '../../src/lib/core/interchange/modelFiles.ts';
import type { ModelRequest } from '../../src/lib/core/interchange/modelForms.ts';
import { quantile, sorted } from '../../src/lib/core/tradeoff/timing.ts';
import { untrainedWeights } from '../../src/lib/core/weights/untrained.ts';

const ROUNDS = 7;

const REQUESTS: readonly ModelRequest[] = [
  { format: 'safetensors' },
  { format: 'onnx', norms: 'folded', batch: 1 },
  { format: 'tfjs' },
];

function network(scale: number) {
  const config = { ...FAMILIES.pplcnet.defaults, scale };
  const graph = FAMILIES.pplcnet.build(config);
  return { config, graph, weights: untrainedWeights({ graph, seed: 1 }) };
}

function medianMs(work: () => unknown): number {
  const samples = Array.from({ length: ROUNDS }, () => {
    const begin = performance.now();
    work();
    return performance.now() - begin;
  });
  return quantile(sorted(samples), 0.5);
}

function answer(): Readonly<Record<string, number>> {
  const [normal, large] = [network(1), network(2.5)];
  const results: Record<string, number> = {};
  for (const request of REQUESTS)
    results[`write ×2.5 as ${request.format}`] = medianMs(() => modelFiles(large, request));
  for (const request of REQUESTS.filter(({ format }) => format !== 'tfjs')) {
    const [file] = modelFiles(normal, request);
    if (!file) throw new Error(`no file: ${request.format}`);
    results[`read ×1.0 (12 MB) from ${request.format}`] = medianMs(() => importWeights(file));
  }
  return results;
}

Object.assign(window, { answer });
