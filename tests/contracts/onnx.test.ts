// Exported files are run by onnxruntime and agree with the reference; files of other exporters give the logits of their own libraries.
import { readFileSync } from 'node:fs';
import * as ort from 'onnxruntime-web/wasm';
import { describe, expect, test } from 'vitest';
import type { NetConfig } from '../../src/lib/core/config/netConfig.ts';
import { FAMILIES } from '../../src/lib/core/families/index.ts';
import type { Graph, Shape } from '../../src/lib/core/graph/ir.ts';
import { networkOfOnnx } from '../../src/lib/core/onnx/recognise/networkOfOnnx.ts';
import { referenceSteps } from '../../src/lib/core/reference/run.ts';
import { smoothNoise } from '../../src/lib/core/weights/smoothNoise.ts';
import { checkWeights, type NamedTensors } from '../../src/lib/core/weights/tensors.ts';
import { exported, somePPLCNets } from '../core/onnx/networks.ts';

ort.env.wasm.numThreads = 1;

/** Of the largest logit, or of 1 where all are smaller. */
const TOLERANCE = 1e-4;

interface Options {
  readonly norms: 'folded' | 'kept';
  readonly batch: number | 'N';
}

const FOLDED: Options = { norms: 'folded', batch: 1 };
const OPTIONS: readonly Options[] = [
  FOLDED,
  { norms: 'kept', batch: 'N' },
  { norms: 'folded', batch: 'N' },
  { norms: 'kept', batch: 2 },
];

type Values = Float32Array<ArrayBuffer>;

/** batch × height × width × channels → batch × channels × height × width. */
function channelsFirst(values: Values, [height, width, channels]: Shape, batch: number): Values {
  const area = height * width;
  const turned = new Float32Array(values.length);
  for (let b = 0; b < batch; b++)
    for (let p = 0; p < area; p++)
      for (let c = 0; c < channels; c++)
        turned[(b * channels + c) * area + p] = values[(b * area + p) * channels + c] as number;
  return turned;
}

function referenceLogits(graph: Graph, weights: NamedTensors, input: Values, batch: number): Values {
  let logits: Values = new Float32Array();
  for (const { output } of referenceSteps({ graph, weights, input, batch })) logits = output;
  return logits;
}

/** What onnxruntime makes of the file and of a batch of smooth noise, and what the reference does. */
async function compared(config: NetConfig, { norms, batch }: Options) {
  const { graph, weights, bytes } = exported(config, { norms, batch });
  const images = batch === 'N' ? 2 : batch;
  const shape: Shape = [...config.resolution, config.inputChannels];
  const input = smoothNoise({ shape, batch: images, seed: 3 });
  const session = await ort.InferenceSession.create(bytes);
  const dimensions = [images, config.inputChannels, ...config.resolution];
  const { output } = await session.run({
    input: new ort.Tensor('float32', channelsFirst(input, shape, images), dimensions),
  });
  await session.release();
  return { output, expected: referenceLogits(graph, weights, input, images), images };
}

const largestGap = (found: Values, expected: Values): number =>
  found.length === expected.length
    ? expected.reduce((most, value, i) => Math.max(most, Math.abs(value - (found[i] ?? NaN))), 0)
    : Infinity;

async function expectAgreement(config: NetConfig, options: Options) {
  const { output, expected, images } = await compared(config, options);
  expect(output?.dims).toEqual([images, config.classes]);
  const size = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
  expect(largestGap(output?.data as Values, expected) / size).toBeLessThan(TOLERANCE);
}

describe('onnxruntime agrees with the reference', () => {
  // the narrowest published width, and two others; the last with TensorFlow's padding on an odd size
  const changes = (scale: number): readonly (Partial<NetConfig> & { readonly scale: number })[] => [
    { scale, resolution: [64, 64] },
    { scale: 0.3, resolution: [40, 64] },
    { scale: 0.2, resolution: [47, 33], padding: 'same' },
  ];
  const networks = Object.values(FAMILIES).flatMap(({ label, defaults, scales }) =>
    changes(scales[0] ?? 1).map((change, i) => ({
      name: `${label} ×${change.scale}`,
      config: { ...defaults, classes: 10, ...change },
      options: OPTIONS[i] ?? FOLDED,
    })),
  );

  test.each(networks)('$name', async ({ config, options }) => {
    await expectAgreement(config, options);
  });

  test('PP-LCNet at 224 pixels', async () => {
    const config = { ...FAMILIES.pplcnet.defaults, scale: 0.25 };
    await expectAgreement(config, FOLDED);
  });

  test.each(somePPLCNets(30).map((config, i) => [i, config] as const))(
    'PP-LCNet, variant %i',
    async (i, config) => {
      await expectAgreement(config, OPTIONS[i % OPTIONS.length] ?? FOLDED);
    },
  );
});

describe('files of other exporters give the logits of their own libraries', () => {
  const folder = new URL('../fixtures/interop/onnx/', import.meta.url);
  const { size, logits } = JSON.parse(readFileSync(new URL('logits.json', folder), 'utf8')) as {
    readonly size: number;
    readonly logits: Readonly<Record<string, readonly number[]>>;
  };
  // height × width × channels, as tests/interop/make_onnx.py has it channels first
  const picture = Float32Array.from({ length: size * size * 3 }, (_, i) => {
    const [c, position] = [i % 3, Math.floor(i / 3)];
    return Math.sin(0.37 * Math.floor(position / size) + 0.61 * (position % size) + 1.7 * c);
  });
  const TOLD: Readonly<Record<string, Partial<NetConfig>>> = {
    'timm_dynamo.onnx': { lastConv: 1280, dropoutMode: 'inverted', lastConvBias: true },
    'timm_torchscript.onnx': { lastConv: 1280, dropoutMode: 'inverted', lastConvBias: true },
    'spelled_out.onnx': { lastConv: 64, dropoutMode: 'downscale', bnEpsilon: 1e-3, lastConvBias: false },
    'paddle2onnx.onnx': { lastConv: 64, dropoutMode: 'downscale', lastConvBias: false },
    'tf2onnx.onnx': { lastConv: 64, dropoutMode: 'inverted', padding: 'same', lastConvBias: false },
  };

  test.each(Object.entries(logits))('%s', (file, expected) => {
    const bytes = Uint8Array.from(readFileSync(new URL(file, folder)));
    const { config, tensors } = networkOfOnnx(bytes);
    expect(config).toMatchObject({
      scale: 0.1,
      classes: expected.length,
      activation: 'hardswish',
      dropout: 0.2,
      ...TOLD[file],
    });
    expect(config.se.map(Number).join('')).toBe('0000000000011');
    const sized: NetConfig = { ...config, resolution: [size, size] };
    const graph = FAMILIES.pplcnet.build(sized);
    expect(() => checkWeights(graph, tensors)).not.toThrow();
    expect(largestGap(referenceLogits(graph, tensors, picture, 1), Float32Array.from(expected))).toBeLessThan(
      TOLERANCE,
    );
  });
});
