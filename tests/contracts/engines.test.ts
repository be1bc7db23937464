// Every engine's devices that run in Node against the reference: step by step, on networks that use every op and setting.
import { afterAll, describe, expect, test } from 'vitest';
import type { NetConfig } from '../../src/lib/core/config/netConfig.ts';
import { FAMILIES } from '../../src/lib/core/families/index.ts';
import type { Graph } from '../../src/lib/core/graph/ir.ts';
import { smoothNoise } from '../../src/lib/core/weights/smoothNoise.ts';
import { untrainedWeights } from '../../src/lib/core/weights/untrained.ts';
import type { DeviceId } from '../../src/lib/engines/devices.ts';
import type { CompiledNetwork, Runtime } from '../../src/lib/engines/engine.ts';
import { ENGINES, engineOf } from '../../src/lib/engines/index.ts';
import { relativeDifference } from '../../src/lib/engines/probe.ts';

/** Others need a browser; there each device is compared with the reference before it is offered. */
const IN_NODE: readonly DeviceId[] = ['simd', 'wasm', 'cpu'];
const TOLERANCE = 1e-4;
const BATCH = 2;

const { defaults, presets } = FAMILIES.pplcnet;
const keras = presets.find(({ id }) => id === 'keras')?.change ?? {};
const blocks = defaults.kernels.length;
const every = <T>(value: T): readonly T[] => new Array<T>(blocks).fill(value);

const NETWORKS: Readonly<Record<string, Partial<NetConfig>>> = {
  'the default': {},
  'kernels 3, 5 and 7 in turn': { kernels: defaults.kernels.map((_, i) => ([3, 5, 7] as const)[i % 3] ?? 3) },
  'SE everywhere, reduction 64': { se: every(true), seReduction: 64 },
  'SE nowhere': { se: every(false) },
  'a last convolution with bias': { lastConvBias: true },
  'no last convolution': { lastConv: 0 },
  'the Keras variant on an odd size': { ...keras, resolution: [47, 33] },
  'one channel': { inputChannels: 1 },
  'four channels and a wide picture': { inputChannels: 4, resolution: [32, 72] },
  'strides by axis': { strides: [[2, 2], [2, 1], [1, 2], [2, 1], [2, 2]] }, // prettier-ignore
  'same padding, kernel 7, strides by axis': {
    padding: 'same',
    kernels: every(7),
    strides: [[2, 1], [2, 2], [2, 1], [1, 1], [1, 2]], // prettier-ignore
  },
  'inverted dropout': { dropoutMode: 'inverted', dropout: 0.5 },
  ReLU: { activation: 'relu' },
  ReLU6: { activation: 'relu6' },
  LeakyReLU: { activation: 'leakyrelu' },
  PReLU: { activation: 'prelu' },
  ELU: { activation: 'elu' },
  swish: { activation: 'swish', se: every(true) },
};

const SMALL = { resolution: [40, 40], classes: 7 } as const;
const OTHERS = Object.values(FAMILIES).filter(({ id }) => id !== 'pplcnet');

/** Every family as it is, and with what its blocks can have, on an odd size with TensorFlow's padding. */
const FAMILY_NETWORKS = Object.fromEntries(
  OTHERS.flatMap(({ id, label, defaults: own, scales, settings }) => {
    const widths = own.lastConv > 0 ? { lastConv: 48 } : {};
    const se = settings.includes('se') ? { se: own.se.map(() => true) } : {};
    const kernels = own.kernels.map((_, i) => ([3, 5, 7] as const)[i % 3] ?? 3);
    const strides = own.strides.map((_, i) => (i % 2 ? ([2, 1] as const) : ([1, 2] as const)));
    return [
      [label, { family: id, scale: scales[0] ?? 1, ...widths }],
      [`${label}, odd size, same padding`, { family: id, scale: 0.3, ...widths, ...se, kernels, padding: 'same', resolution: [47, 33] }], // prettier-ignore
      [`${label}, strides by axis, swish`, { family: id, scale: 0.2, ...widths, strides, activation: 'swish' }], // prettier-ignore
    ] satisfies readonly (readonly [string, Partial<NetConfig>])[];
  }),
);

/** Networks as they come from a file have slopes and shifts that differ by channel. */
function variedWeights(graph: Graph) {
  const weights = untrainedWeights({ graph, seed: 4 });
  return new Map(
    [...weights].map(([name, { shape, data }]) => {
      const vector = shape.length === 1 && !name.includes('_variance');
      return [name, { shape, data: vector ? data.map((v, i) => v + 0.1 * Math.sin(i)) : data }];
    }),
  );
}

function prepare(change: Partial<NetConfig>) {
  const family = FAMILIES[change.family ?? 'pplcnet'];
  const config: NetConfig = {
    ...family.defaults,
    scale: 0.25,
    ...SMALL,
    ...(family.id === 'pplcnet' && { lastConv: 48 }),
    ...change,
  };
  const graph = family.build(config);
  const shape = [...config.resolution, config.inputChannels] as const;
  const input = smoothNoise({ shape, batch: BATCH, seed: 2 });
  return { graph, weights: variedWeights(graph), input };
}

const reference = await engineOf('reference').open('reference', {});

describe.each(IN_NODE)('%s', async (device) => {
  const runtime: Runtime = await engineOf(device).open(device, {});
  afterAll(() => runtime.close());

  const withNetwork = async (
    change: Partial<NetConfig>,
    work: (network: CompiledNetwork) => Promise<void> | void,
  ) => {
    const network = runtime.compile(prepare(change));
    try {
      await work(network);
    } finally {
      network.dispose();
    }
  };

  test('hands out the input as a copy: whoever asked may give it away', async () => {
    const { input, ...source } = prepare({});
    const network = runtime.compile(source);
    const name = source.graph.nodes[0]?.name ?? '';
    const found = await network.tap({ input, batch: BATCH, nodes: [name] });
    network.dispose();
    expect(found.get(name)).toEqual(input);
    expect(found.get(name)?.buffer).not.toBe(input.buffer);
  });

  test.each(Object.entries({ ...NETWORKS, ...FAMILY_NETWORKS }))(
    'agrees with the reference at every step: %s',
    async (_name, change) => {
      const { input, ...source } = prepare(change);
      const network = runtime.compile(source);
      const ends = network.groups.map((group) => group.at(-1) ?? '');
      const request = { input, batch: BATCH, nodes: ends };
      const expected = await reference.compile(source).tap(request);
      const found = await network.tap(request);
      const logits = await network.run(request);
      network.dispose();
      const differences = ends.map((node) => {
        const [f, e] = [found.get(node), expected.get(node)];
        return { node, agrees: f && e && f.length === e.length && relativeDifference(f, e) < TOLERANCE };
      });
      expect(differences.filter(({ agrees }) => !agrees)).toEqual([]);
      expect([...logits]).toEqual([...(found.get(ends.at(-1) ?? '') ?? [])]);
      expect(runtime.memory().tensors).toBe(0);
    },
  );

  test.each(Object.entries({ ...NETWORKS, ...FAMILY_NETWORKS }))(
    'takes the statistics of batch norms from images as the reference does: %s',
    async (_name, change) => {
      const { input, graph, weights } = prepare(change);
      const images = { input, batch: BATCH };
      const expected = await reference.recalibrate({ graph, weights }, images);
      const found = await runtime.recalibrate({ graph, weights }, images);
      const differing = [...expected].filter(([name, { data }]) => {
        const other = found.get(name)?.data;
        return !other || relativeDifference(other, data) > TOLERANCE;
      });
      expect(differing.map(([name]) => name)).toEqual([]);
      expect(found.size).toBe(weights.size);
      const changed = [...weights].filter(
        ([name, { data }]) => String(found.get(name)?.data) !== String(data),
      );
      expect(changed.length).toBeGreaterThan(0);
      expect(changed.every(([name]) => /\._(mean|variance)$/.test(name))).toBe(true);
      expect(runtime.memory().tensors).toBe(0);
    },
  );

  test('covers every node by exactly one group', async () => {
    await withNetwork({}, (network) => {
      expect(network.groups.flat()).toEqual(prepare({}).graph.nodes.map(({ name }) => name));
    });
  });

  test('gives a time for every group, and no more than the wall time in all', async () => {
    await withNetwork({}, async (network) => {
      const { groupMs, wallMs } = await network.profile({ input: prepare({}).input, batch: BATCH });
      expect(groupMs).toHaveLength(network.groups.length);
      expect(groupMs.every((ms) => ms >= 0)).toBe(true);
      expect(groupMs.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(wallMs);
    });
  });

  test('leaves as many tensors after 200 changes of network as before', async () => {
    const before = runtime.memory().tensors;
    const changes = Object.values({ ...NETWORKS, ...FAMILY_NETWORKS });
    const input = prepare({ resolution: [32, 32] }).input;
    for (let i = 0; i < 200; i++) {
      const { graph } = prepare({
        ...changes[i % changes.length],
        resolution: [32, 32],
        inputChannels: 3,
        scale: 0.1,
      });
      const network = runtime.compile({ graph, weights: untrainedWeights({ graph, seed: i % 7 }) });
      if (i % 20 === 0) await network.run({ input, batch: BATCH });
      network.dispose();
    }
    expect(runtime.memory().tensors).toBe(before);
  }, 60_000);

  test('leaves no tensors behind when it is stopped half-way', async () => {
    await withNetwork({ resolution: [160, 160] }, async (network) => {
      const before = runtime.memory().tensors;
      const input = smoothNoise({ shape: [160, 160, 3], batch: 8, seed: 1 });
      const control = new AbortController();
      control.abort();
      const outcome = await network.run({ input, batch: 8, signal: control.signal }).then(
        () => 'finished',
        (error: unknown) => (error as { code?: string }).code,
      );
      expect(['finished', 'cancelled']).toContain(outcome);
      expect(runtime.memory().tensors).toBe(before);
    });
  });
});

test('every device belongs to one engine', () => {
  const devices = ENGINES.flatMap((engine) => engine.devices);
  expect(new Set(devices).size).toBe(devices.length);
});
