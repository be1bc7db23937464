// Multiply-adds per second of our kernels by kind of layer, on one thread, beside the most that this browser could do.
import { FAMILIES } from '../../src/lib/core/families/index.ts';
import { isKind, type Node } from '../../src/lib/core/graph/ir.ts';
import { macs } from '../../src/lib/core/metrics/macs.ts';
import { smoothNoise } from '../../src/lib/core/weights/smoothNoise.ts';
import { untrainedWeights } from '../../src/lib/core/weights/untrained.ts';
import { open } from '../../src/lib/engines/adapters/simd.ts';

const RUNS = 80;
const TURNS = 1_000_000;
const PER_TURN = 32;

export interface Speed {
  readonly name: string;
  /** 10⁹ multiply-adds per second. */
  readonly gmacs: number;
  /** Time of all layers of that kind; absent for the limits. */
  readonly ms?: number;
}

/** The fastest of several runs. */
async function peak(base64: string): Promise<number> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const { instance } = await WebAssembly.instantiate(bytes, {
    env: { memory: new WebAssembly.Memory({ initial: 1 }) },
  });
  const run = instance.exports['peak'] as (turns: number) => number;
  let fastest = Infinity;
  for (let i = 0; i < RUNS; i++) {
    const begin = performance.now();
    run(TURNS);
    fastest = Math.min(fastest, performance.now() - begin);
  }
  return (TURNS * PER_TURN) / fastest / 1e6;
}

function kindOf(node: Node): string {
  if (!isKind(node, 'conv')) return node.op.kind === 'linear' ? 'classifier' : 'other';
  if (node.op.groups > 1) return 'depthwise';
  if (node.op.kernel[0] > 1) return 'stem';
  return node.shape[0] * node.shape[1] > 1 ? 'pointwise' : 'after pooling';
}

async function layers(scale: number): Promise<readonly Speed[]> {
  const { defaults, build } = FAMILIES.pplcnet;
  const graph = build({ ...defaults, scale });
  const runtime = await open('simd', {});
  const network = runtime.compile({ graph, weights: untrainedWeights({ graph, seed: 1 }) });
  const input = smoothNoise({ shape: [224, 224, 3], batch: 1, seed: 1 });
  const fastest = network.groups.map(() => Infinity);
  for (let i = 0; i < RUNS; i++) {
    const { groupMs } = await network.profile({ input, batch: 1 });
    groupMs.forEach((ms, g) => (fastest[g] = Math.min(fastest[g] as number, ms)));
  }
  const perLayer = macs.perLayer(graph);
  const indexOf = new Map(graph.nodes.map(({ name }, i) => [name, i]));
  const sums = new Map<string, { ms: number; macs: number }>();
  network.groups.forEach((group, g) => {
    const nodes = group.map((name) => indexOf.get(name) as number);
    const core = nodes.find((i) => (perLayer[i] as number) > 0) ?? nodes[0] ?? 0;
    const kind = kindOf(graph.nodes[core] as Node);
    const sum = sums.get(kind) ?? { ms: 0, macs: 0 };
    sum.ms += fastest[g] as number;
    for (const i of nodes) sum.macs += perLayer[i] as number;
    sums.set(kind, sum);
  });
  network.dispose();
  return [...sums].map(([kind, sum]) => ({
    name: `x${scale}, ${kind}`,
    gmacs: sum.macs / sum.ms / 1e6,
    ms: sum.ms,
  }));
}

async function answer(peaks: {
  readonly plain: string;
  readonly relaxed: string;
}): Promise<readonly Speed[]> {
  return [
    { name: 'limit: multiply, then add', gmacs: await peak(peaks.plain) },
    { name: 'limit: relaxed multiply-add', gmacs: await peak(peaks.relaxed) },
    ...(await layers(1)),
    ...(await layers(2.5)),
  ];
}

Object.assign(window, { answer });
