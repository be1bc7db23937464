// ONNX files → PP-LCNet: our own exports come back, other spellings are the same network, other networks are refused.
import { describe, expect, it, test } from 'vitest';
import type { NetConfig } from '../../../src/lib/core/config/netConfig.ts';
import { FAMILIES } from '../../../src/lib/core/families/index.ts';
import { Cursor } from '../../../src/lib/core/onnx/protobuf/cursor.ts';
import { decode } from '../../../src/lib/core/onnx/protobuf/decode.ts';
import { encode } from '../../../src/lib/core/onnx/protobuf/encode.ts';
import { networkOfOnnx, type RecognisedNetwork } from '../../../src/lib/core/onnx/recognise/networkOfOnnx.ts';
import { readOnnx } from '../../../src/lib/core/onnx/read/readOnnx.ts';
import { MODEL, type ModelMessage, type NodeMessage } from '../../../src/lib/core/onnx/schema.ts';
import { referenceSteps } from '../../../src/lib/core/reference/run.ts';
import { smoothNoise } from '../../../src/lib/core/weights/smoothNoise.ts';
import { checkWeights, type NamedTensors } from '../../../src/lib/core/weights/tensors.ts';
import { differingTensors, exported, narrow, somePPLCNets } from './networks.ts';
import { spelledOut } from './spelledOut.ts';

const { build } = FAMILIES.pplcnet;

function logits(config: NetConfig, weights: NamedTensors): readonly number[] {
  const input = smoothNoise({ shape: [...config.resolution, config.inputChannels], batch: 1, seed: 1 });
  let last: readonly number[] = [];
  for (const { output } of referenceSteps({ graph: build(config), weights, input, batch: 1 }))
    last = [...output];
  return last;
}

function expectNetwork(found: RecognisedNetwork, config: NetConfig, weights: NamedTensors): void {
  expect(found.config).toEqual(config);
  expect(differingTensors(found.tensors, weights)).toEqual([]);
}

/** The file after a change of its messages. */
function changed(bytes: Uint8Array<ArrayBuffer>, change: (model: ModelMessage) => ModelMessage) {
  return encode(MODEL, change(decode(MODEL, new Cursor(bytes))));
}

const changedNodes = (
  bytes: Uint8Array<ArrayBuffer>,
  change: (node: NodeMessage) => NodeMessage | readonly NodeMessage[],
) =>
  changed(bytes, (model) => ({
    ...model,
    graph: { ...model.graph, node: (model.graph?.node ?? []).flatMap(change) },
  }));

describe('our own files', () => {
  test.each(somePPLCNets(30).map((config, i) => [i, config] as const))(
    'come back as they were, variant %i',
    (_i, config) => {
      const { weights, bytes } = exported(config, { batch: 'N' });
      const found = networkOfOnnx(bytes);
      expectNetwork(found, config, weights);
    },
  );

  test.each(somePPLCNets(6).map((config, i) => [i, config] as const))(
    'give the same logits where batch norms were folded, variant %i',
    (_i, config) => {
      const { weights, bytes } = exported(config, { norms: 'folded' });
      const { config: found, tensors } = networkOfOnnx(bytes);
      expect(found).toEqual(config);
      expect(() => checkWeights(build(found), tensors)).not.toThrow();
      const expected = logits(config, weights);
      logits(found, tensors).forEach((value, i) => expect(value).toBeCloseTo(expected[i] ?? NaN, 4));
    },
  );

  test('are recognised without their metadata', () => {
    const config: NetConfig = { ...narrow, scale: 0.25, kernels: narrow.kernels.map((_, i) => ([3, 5, 7] as const)[i % 3] ?? 3), padding: 'same', gate: 'keras2', seReduction: 8, activation: 'relu6', inputChannels: 1 }; // prettier-ignore
    const { weights, bytes } = exported(config, { metadata: [] });
    expectNetwork(networkOfOnnx(bytes), config, weights);
  });

  test('are not believed where their metadata tells of another network', () => {
    const { bytes } = exported(narrow, { metadata: [['scale', '2'], ['classes', '5']] }); // prettier-ignore
    expect(networkOfOnnx(bytes).config).toEqual(narrow);
  });

  test('may have depths and widths that no table has', () => {
    const config: NetConfig = { ...narrow, scale: 1, depths: [2, 1, 1, 3, 1], widths: [8, 16, 24, 24, 40, 64], ...FAMILIES.pplcnet.blockDefaults([2, 1, 1, 3, 1]) }; // prettier-ignore
    const { weights, bytes } = exported(config, { metadata: [] });
    expectNetwork(networkOfOnnx(bytes), config, weights);
  });
});

describe('other spellings', () => {
  test('channels last, transposes, pooling as a mean, activations in elementary operations: the same network', () => {
    const { weights, bytes } = exported(narrow, { metadata: [] });
    const found = networkOfOnnx(changed(bytes, spelledOut));
    expectNetwork(found, narrow, weights);
  });

  test('Softmax at the end is left out', () => {
    const { weights, bytes } = exported(narrow);
    const file = changedNodes(bytes, (node) =>
      node.opType === 'Gemm'
        ? [
            { ...node, output: ['logits'] },
            { opType: 'Softmax', name: 's', input: ['logits'], output: ['output'] },
          ]
        : node,
    );
    expect(differingTensors(networkOfOnnx(file).tensors, weights)).toEqual([]);
  });

  test('names do not matter', () => {
    const { weights, bytes } = exported(narrow, { metadata: [] });
    const renamed = (names: readonly string[] = []) => names.map((name) => (name === 'input' || name === 'output' || name === '' ? name : `v${name.length}${name}`)); // prettier-ignore
    const file = changed(bytes, (model) => ({
      ...model,
      graph: {
        ...model.graph,
        node:
          model.graph?.node?.map((node) => ({
            ...node,
            name: '',
            input: renamed(node.input),
            output: renamed(node.output),
          })) ?? [],
        initializer:
          model.graph?.initializer?.map((tensor) => ({
            ...tensor,
            name: renamed([tensor.name ?? ''])[0] ?? '',
          })) ?? [],
      },
    }));
    expect(differingTensors(networkOfOnnx(file).tensors, weights)).toEqual([]);
  });
});

describe('other networks are refused, with the node and what was expected there', () => {
  test.each([
    [
      'mobilenetv2',
      'node conv2._first_block._expand_conv._conv (Conv): a kernel of 3×3 or 5×5 or 7×7 for a depthwise convolution expected, got 1×1',
    ],
    [
      'mobilenetv3-large',
      'node blocks.0.expand_conv.conv (Conv): a depthwise convolution alone expected, got Conv beside Add (blocks.0.add)',
    ],
    ['shufflenetv2', 'node _max_pool (MaxPool): a depthwise convolution expected, got MaxPool'],
    [
      'ghostnet',
      'node _ghostbottleneck_0.ghost_module_1.primary_conv._conv (Conv): a depthwise convolution alone expected, got Conv beside Add (_ghostbottleneck_0.add)',
    ],
  ] as const)('%s', (family, message) => {
    const { bytes } = exported({
      ...FAMILIES[family].defaults,
      scale: 0.3,
      resolution: [32, 32],
      classes: 3,
    });
    expect(() => networkOfOnnx(bytes)).toThrow(message);
  });

  const { bytes } = exported(narrow, { metadata: [] });
  const withNode = (name: string, change: (node: NodeMessage) => NodeMessage) =>
    changedNodes(bytes, (node) => (node.name === name ? change(node) : node));

  it.each([
    [
      'conv1.act',
      (node) => ({ ...node, opType: 'Softplus' }),
      'node conv1.act (Softplus): an activation expected, got Softplus',
    ],
    [
      'conv1.act',
      (node) => ({ ...node, opType: 'Tanh' }),
      'node conv1.act (Tanh): one of the activations relu, relu6, leakyrelu, prelu, elu, swish, hardswish, clip, hardsigmoid expected, got another function (Tanh)',
    ],
    [
      'conv1.act',
      (node) => ({ ...node, opType: 'Relu' }),
      'node blocks2.0.dw_conv.conv (Conv): relu behind it, as before expected, got hardswish',
    ],
    [
      'conv1.conv',
      (node) => ({ ...node, opType: 'ConvTranspose' }),
      "node conv1.conv (ConvTranspose): the stem's convolution expected, got ConvTranspose",
    ],
    [
      'conv1.conv',
      (node) => ({ ...node, domain: 'com.microsoft' }),
      "node conv1.conv (com.microsoft.Conv): the stem's convolution expected, got com.microsoft.Conv",
    ],
    [
      'conv1.conv',
      (node) => ({ ...node, attribute: [{ name: 'strides', type: 7, ints: [3, 3] }] }),
      "node conv1.conv (Conv): a stride of 1 or 2 for the stem's convolution expected, got 3×3",
    ],
    [
      'conv1.conv',
      (node) => ({ ...node, attribute: [{ name: 'strides', type: 7, ints: [2, 2] }] }),
      'node conv1.conv (Conv): pads of 1, 1, 1, 1 or 0, 0, 1, 1 expected, got 0, 0, 0, 0',
    ],
    [
      'blocks2.0.dw_conv.conv',
      (node) => ({ ...node, attribute: (node.attribute ?? []).filter(({ name }) => name !== 'group') }),
      'node blocks2.0.dw_conv.conv (Conv): 8 groups for a depthwise convolution expected, got 1',
    ],
    [
      'blocks6.0.se.relu',
      (node) => ({ ...node, opType: 'HardSwish' }),
      'node blocks6.0.se.conv1 (Conv): ReLU behind the first layer of squeeze-and-excitation expected, got hardswish',
    ],
    [
      'fc',
      (node) => ({ ...node, opType: 'Mul', input: [node.input?.[0] ?? '', node.input?.[0] ?? ''] }),
      'node last_act (HardSwish): one of the activations',
    ],
  ] satisfies readonly (readonly [string, (node: NodeMessage) => NodeMessage, string])[])(
    '%s changed, %#',
    (name, change, message) => {
      expect(() => networkOfOnnx(withNode(name, change))).toThrow(message);
    },
  );

  it('an image of another number of channels', () => {
    const model = readOnnx(bytes);
    const inputs = [{ name: 'input', shape: ['N', 4, 32, 32] }];
    expect(() => networkOfOnnx({ ...model, inputs })).toThrow(
      '4 input channels, as the image has expected, got 3',
    );
  });

  it('settings beyond their limits', () => {
    const model = readOnnx(bytes);
    const inputs = [{ name: 'input', shape: ['N', 3, 4096, 4096] }];
    expect(() => networkOfOnnx({ ...model, inputs })).toThrow(
      'network: settings within their limits expected, got resolution [4096,4096]: a size from 28 to 512',
    );
  });
});
