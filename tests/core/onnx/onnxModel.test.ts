// What an exported file holds: official names, shapes, metadata. That it computes the right thing is shown in contracts/onnx.test.ts.
import { describe, expect, it } from 'vitest';
import { FAMILIES } from '../../../src/lib/core/families/index.ts';
import { graphParameters } from '../../../src/lib/core/graph/parameters.ts';
import { readOnnx } from '../../../src/lib/core/onnx/read/readOnnx.ts';
import { WeightsError } from '../../../src/lib/core/weights/tensors.ts';
import { onnxModel } from '../../../src/lib/core/onnx/write/onnxModel.ts';
import { differingTensors, exported, narrow } from './networks.ts';

describe('an exported file', () => {
  it('has the official tensors under their names where batch norms are kept', () => {
    const { graph, weights, bytes } = exported(narrow);
    const { constants } = readOnnx(bytes);
    const official = graphParameters(graph).flatMap(({ name }) => {
      const tensor = constants.get(name);
      return tensor ? [[name, tensor] as const] : [];
    });
    expect(differingTensors(new Map(official), weights)).toEqual([]);
  });

  it('has other names for the tensors that folding changes, and for them only', () => {
    const { graph, bytes } = exported(narrow, { norms: 'folded' });
    const official = new Set(graphParameters(graph).map(({ name }) => name));
    const { constants, nodes } = readOnnx(bytes);
    expect(nodes.some(({ op }) => op === 'BatchNormalization')).toBe(false);
    expect(constants.has('conv1.conv.folded.weight')).toBe(true);
    expect(constants.has('conv1.conv.weight')).toBe(false);
    expect([...constants.keys()].filter((name) => official.has(name))).toEqual([
      ...['0', '1'].flatMap((block) =>
        ['conv1', 'conv2'].flatMap((conv) => [
          `blocks6.${block}.se.${conv}.weight`,
          `blocks6.${block}.se.${conv}.bias`,
        ]),
      ),
      'last_conv.weight',
      'fc.weight',
      'fc.bias',
    ]);
  });

  it('is called and shaped as said', () => {
    const model = readOnnx(exported(narrow, { batch: 'N' }).bytes);
    expect(model).toMatchObject({
      irVersion: 8,
      opset: 17,
      producer: { name: 'lcnet-explorer', version: '0' },
    });
    expect(model.inputs).toEqual([{ name: 'input', shape: ['N', 3, 32, 32] }]);
    expect(model.outputs).toEqual([{ name: 'output', shape: ['N', 5] }]);
    expect(Object.fromEntries(model.metadata)).toEqual({
      scale: '0.1',
      resolution: '32',
      classes: '5',
      'last-conv': '24',
    });
  });

  it.each(Object.values(FAMILIES).map((family) => [family.label, family] as const))(
    'has a node for every node of the graph that computes: %s',
    (_label, { defaults }) => {
      const { graph, bytes } = exported({ ...defaults, scale: 0.3, resolution: [32, 32], classes: 3 });
      const names = new Set(readOnnx(bytes).nodes.map(({ name }) => name));
      const missing = graph.nodes.filter(({ name }) => !names.has(name));
      const isIdle = ({ kind }: { readonly kind: string }) => kind === 'input' || kind === 'dropout';
      expect(missing.filter(({ op }) => !isIdle(op)).map(({ name }) => name)).toEqual([]);
    },
  );

  it('is not written with weights of another network', () => {
    const { graph } = exported(narrow);
    const request = {
      graph,
      batch: 1,
      norms: 'kept',
      metadata: [],
      producer: { name: '', version: '' },
    } as const;
    expect(() => onnxModel({ ...request, weights: new Map() })).toThrow(WeightsError);
  });
});
