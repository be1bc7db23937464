// Cutting networks out of the super-network: which numbers end up where.
import { describe, expect, it } from 'vitest';
import { FAMILIES } from '../../../src/lib/core/families/index.ts';
import { defaultsFor } from '../../../src/lib/core/families/tasks.ts';
import { graphParameters } from '../../../src/lib/core/graph/parameters.ts';
import { readConfig, type Candidates } from '../../../src/lib/core/options.ts';
import { uniformValues } from '../../../src/lib/core/weights/random.ts';
import { cutNetwork, transformKernels } from '../../../src/lib/core/weights/supernet.ts';
import { checkWeights, WeightsError, type NamedTensor } from '../../../src/lib/core/weights/tensors.ts';

const { pplcnet } = FAMILIES;
const graphOf = (change: Candidates) =>
  pplcnet.build(readConfig({ task: 'fashion-mnist', ...change }).config);

const random = (name: string, shape: readonly number[]): NamedTensor => ({
  shape,
  data: uniformValues(
    { seed: 3, name },
    shape.reduce((product, length) => product * length, 1),
  ),
});

const largest = graphOf({ kernels: '7'.repeat(13), se: '1'.repeat(13) });
const blocks = pplcnet.rows(defaultsFor(pplcnet, 'fashion-mnist')).map(({ id }) => id);
const supernet = new Map<string, NamedTensor>([
  ...graphParameters(largest).map(({ name, shape }) => [name, random(name, shape)] as const),
  ['fc_without_last_conv.weight', random('short', [512, 10])],
  ['fc_without_last_conv.bias', random('short bias', [10])],
  ...blocks.flatMap((block) =>
    ([5, 3] as const).map((size) => {
      const name = `${block}.dw_conv.to${size}`;
      return [name, random(name, [size ** 2, size ** 2])] as const;
    }),
  ),
]);
const shared = (name: string): NamedTensor => supernet.get(name) as NamedTensor;

describe('cutting a network out of the super-network', () => {
  it.each([
    {},
    { scale: '0.25', kernels: '3'.repeat(13), se: '0'.repeat(13), lastConv: '0' },
    { scale: '0.35', kernels: '7537537537537', se: '1010101010101' },
    { scale: '0.6', lastConv: '640' },
  ])('gives every tensor of the network in its shape (%o)', (change) => {
    const graph = graphOf(change);
    expect(() => checkWeights(graph, cutNetwork(graph, supernet))).not.toThrow();
  });

  it('takes the first channels along both dimensions', () => {
    const cut = cutNetwork(graphOf({ scale: '0.5' }), supernet).get('blocks5.0.pw_conv.conv.weight');
    const from = shared('blocks5.0.pw_conv.conv.weight');
    expect(cut?.shape).toEqual([128, 64, 1, 1]);
    expect(from.shape).toEqual([256, 128, 1, 1]);
    for (const [o, i] of [
      [0, 0],
      [1, 0],
      [77, 33],
      [127, 63],
    ] as const)
      // prettier-ignore
      expect(cut?.data[o * 64 + i]).toBe(from.data[o * 128 + i]);
  });

  it('takes a kernel of 7 × 7 as it is, and makes 3 × 3 out of 5 × 5 out of 7 × 7', () => {
    const name = 'blocks4.1.dw_conv.conv.weight';
    const [seven, five, three] = ['7', '5', '3'].map(
      (k) => cutNetwork(graphOf({ kernels: k.repeat(13) }), supernet).get(name) as NamedTensor,
    ) as [NamedTensor, NamedTensor, NamedTensor];
    expect(seven.data).toEqual(shared(name).data);
    expect(five.data).toEqual(transformKernels(seven, shared('blocks4.1.dw_conv.to5'), 5).data);
    expect(three.data).toEqual(transformKernels(five, shared('blocks4.1.dw_conv.to3'), 3).data);
  });

  it('crops the centre where the matrix is the identity', () => {
    const kernels = random('kernels', [2, 1, 5, 5]);
    const identity = {
      shape: [9, 9],
      data: Float32Array.from({ length: 81 }, (_, i) => Number(i % 10 === 0)),
    };
    const centre = [6, 7, 8, 11, 12, 13, 16, 17, 18];
    expect([...transformKernels(kernels, identity, 3).data]).toEqual(
      [...centre, ...centre.map((i) => i + 25)].map((i) => kernels.data[i]),
    );
  });

  it('has a classifier of its own where the last convolution is missing', () => {
    const cut = cutNetwork(graphOf({ lastConv: '0', scale: '0.5' }), supernet).get('fc.weight');
    expect(cut?.shape).toEqual([256, 10]);
    expect(cut?.data).toEqual(shared('fc_without_last_conv.weight').data.slice(0, 2560));
  });

  it('refuses a network that is larger, and names the first tensor that does not fit', () => {
    expect(() => cutNetwork(graphOf({ scale: '1.5' }), supernet)).toThrow(
      new WeightsError({
        tensor: 'conv1.conv.weight',
        found: '[24, 1, 3, 3]',
        expected: 'at most [16, 1, 3, 3]',
      }),
    );
  });
});
