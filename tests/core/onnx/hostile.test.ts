// Files that somebody damaged or forged: each is read, or refused by an OnnxError, soon and without much memory.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OnnxError } from '../../../src/lib/core/onnx/onnxError.ts';
import { encode } from '../../../src/lib/core/onnx/protobuf/encode.ts';
import { networkOfOnnx } from '../../../src/lib/core/onnx/recognise/networkOfOnnx.ts';
import { MODEL, type NodeMessage } from '../../../src/lib/core/onnx/schema.ts';
import { exported, narrow } from './networks.ts';

const { bytes } = exported(narrow, { norms: 'folded' });

/** What is thrown, if anything is. */
function outcome(file: Uint8Array<ArrayBuffer>): unknown {
  try {
    networkOfOnnx(file);
    return undefined;
  } catch (error) {
    return error;
  }
}

const mustBeRefused = (file: Uint8Array<ArrayBuffer>) => {
  const error = outcome(file);
  expect(error).toBeInstanceOf(OnnxError);
  expect((error as Error).message).toMatch(/^.+: .+ expected, got .+$/s);
};

const mustBeReadOrRefused = (file: Uint8Array<ArrayBuffer>) => {
  const error = outcome(file);
  if (error !== undefined) expect(error).toBeInstanceOf(OnnxError);
};

const VARINT_2_GB = [0xff, 0xff, 0xff, 0xff, 0x07];
const times = (count: number, ...pattern: readonly number[]) =>
  Uint8Array.from({ length: count * pattern.length }, (_, i) => pattern[i % pattern.length] as number);

describe('a damaged file', () => {
  it('is refused wherever it was cut off', () => {
    for (let percent = 0; percent < 100; percent++)
      mustBeRefused(bytes.slice(0, Math.floor((bytes.length * percent) / 100)));
  });

  it('is read or refused whichever bytes were changed', () => {
    const flip = fc.record({ at: fc.nat(bytes.length - 1), value: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(flip, { minLength: 1, maxLength: 8 }), (flips) => {
        const copy = bytes.slice();
        for (const { at, value } of flips) copy[at] = value;
        mustBeReadOrRefused(copy);
      }),
      { numRuns: 60 },
    );
  });

  it('is read or refused whichever bytes of its structure were changed', () => {
    // few values, so that most bytes are names, lengths and attributes
    const { nodes } = structure;
    fc.assert(
      fc.property(fc.nat(nodes.length - 1), fc.nat(255), (at, value) => {
        const copy = nodes.slice();
        copy[at] = value;
        mustBeReadOrRefused(copy);
      }),
      { numRuns: 400 },
    );
  });

  it('is refused where it is no ONNX file at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => mustBeRefused(Uint8Array.from(noise))),
    );
  });
});

/** The nodes of a network without its weights: refused in the end, but after everything was looked at. */
const structure = {
  nodes: encode(MODEL, {
    graph: {
      input: [{ name: 'input' }],
      output: [{ name: 'output' }],
      node: ['Conv', 'BatchNormalization', 'HardSwish', 'GlobalAveragePool', 'Gemm'].map(
        (opType, i): NodeMessage => ({
          opType,
          name: opType,
          input: [i ? `v${i - 1}` : 'input', ...(opType === 'Conv' ? ['w'] : [])],
          output: [i < 4 ? `v${i}` : 'output'],
          attribute: [{ name: 'strides', type: 7, ints: [2, 2] }, { name: 'pads', type: 7, ints: [1, 1, 1, 1] }], // prettier-ignore
        }),
      ),
      initializer: [{ name: 'w', dims: [1, 1, 3, 3], dataType: 1, floatData: new Array<number>(9).fill(1) }],
    },
  }),
};

describe('a forged file', () => {
  it.each([
    ['a 2 GB length in a file of 1 kB', Uint8Array.from([0x3a, ...VARINT_2_GB, ...times(1000, 0)])],
    [
      'a 2 GB tensor in a file of 1 kB',
      Uint8Array.from([0x3a, 100, 0x2a, 98, 0x4a, ...VARINT_2_GB, ...times(1000, 0)]),
    ],
    ['a varint without end', times(1000, 0xff)],
    ['messages nested a hundred thousand times', times(100_000, 0x3a, 0x7f)],
    [
      'a hundred thousand empty messages',
      Uint8Array.from([0x3a, 0xc0, 0x9a, 0x0c, ...times(100_000, 0x0a, 0)]),
    ],
    [
      'deep sub-graphs',
      encode(MODEL, {
        graph: { node: [{ opType: 'If', output: ['output'] }], output: [{ name: 'output' }] },
      }),
    ],
  ])('is refused: %s', (_name, file) => {
    mustBeRefused(file);
  });

  const chain = (count: number, node: (i: number) => NodeMessage, dims: readonly number[] = []) =>
    encode(MODEL, {
      graph: {
        input: [{ name: 'v0' }],
        output: [{ name: `v${count}` }],
        node: Array.from({ length: count }, (_, i) => ({ ...node(i), output: [`v${i + 1}`] })),
        initializer: [
          {
            name: 'w',
            dims,
            dataType: 1,
            floatData: new Array<number>(dims.reduce((product, size) => product * size, 1)).fill(1),
          },
        ],
      },
    });
  const MANY = 5_000;

  it.each([
    ['activations', chain(MANY, (i) => ({ opType: 'Relu', input: [`v${i}`] }))],
    ['sums with a constant', chain(MANY, (i) => ({ opType: 'Add', input: [`v${i}`, 'w'] }))],
    ['identities', chain(MANY, (i) => ({ opType: 'Identity', input: [`v${i}`] }))],
    [
      'transposes',
      chain(MANY, (i) => ({
        opType: 'Transpose',
        input: [`v${i}`],
        attribute: [{ name: 'perm', type: 7, ints: [0, 3, 1, 2] }],
      })),
    ],
    ['readers of one value', chain(MANY, () => ({ opType: 'Relu', input: ['v0'] }))],
    ['convolutions', chain(MANY, (i) => ({ opType: 'Conv', input: [`v${i}`, 'w'] }), [1, 1, 3, 3])],
    [
      'blocks',
      chain(
        MANY,
        (i) =>
          i % 2
            ? { opType: 'Relu', input: [`v${i}`] }
            : {
                opType: 'Conv',
                input: [`v${i}`, i % 4 && i > 0 ? 'p' : 'w'],
                attribute: [{ name: 'pads', type: 7, ints: [1, 1, 1, 1] }],
              },
        [1, 1, 3, 3],
      ),
    ],
    [
      'reshapes of a large constant',
      chain(MANY, (i) => ({ opType: 'Reshape', input: [i ? `v${i}` : 'w', 'w'] }), [50_000]),
    ],
    [
      'a node with as many inputs',
      chain(1, () => ({ opType: 'Add', input: ['v0', ...new Array<string>(MANY).fill('w')] })),
    ],
  ])('is refused: %s without end', (_name, file) => {
    mustBeRefused(file);
  });

  it('is refused where a tensor has giant or negative dimensions', () => {
    const dimension = fc.oneof(
      fc.maxSafeInteger(),
      fc.constantFrom(-1, 2 ** 31, 2 ** 53, Number.MIN_SAFE_INTEGER),
    );
    fc.assert(
      fc.property(fc.array(dimension, { minLength: 1, maxLength: 6 }), (dims) => {
        fc.pre(dims.reduce((product, size) => product * size, 1) !== 1);
        mustBeRefused(
          encode(MODEL, {
            graph: {
              node: [{ opType: 'Conv', input: ['x', 'w'], output: ['y'] }],
              input: [{ name: 'x' }],
              output: [{ name: 'y' }],
              initializer: [{ name: 'w', dims, dataType: 1, rawData: new Uint8Array(4) }],
            },
          }),
        );
      }),
    );
  });
});
