// Protobuf: what is written is read again, and damaged bytes are refused where they are damaged.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OnnxError } from '../../../src/lib/core/onnx/onnxError.ts';
import { Cursor } from '../../../src/lib/core/onnx/protobuf/cursor.ts';
import { decode } from '../../../src/lib/core/onnx/protobuf/decode.ts';
import { encode } from '../../../src/lib/core/onnx/protobuf/encode.ts';
import type { Message, Schema } from '../../../src/lib/core/onnx/protobuf/schema.ts';

const INNER = { text: [1, 'string'], numbers: [2, 'ints'] } as const satisfies Schema;
const OUTER = {
  int: [1, 'int'],
  float: [2, 'float'],
  bytes: [3, 'bytes'],
  floats: [4, 'floats'],
  doubles: [5, 'doubles'],
  strings: [6, 'strings'],
  one: [7, { one: INNER }],
  many: [300, { many: INNER }],
} as const satisfies Schema;

const int = fc.oneof(
  fc.maxSafeInteger(),
  fc.constantFrom(0, 127, 128, -1, 2 ** 28 - 1, 2 ** 28, 2 ** 31, -(2 ** 31)),
);
const single = fc.float({ noNaN: true });
const inner: fc.Arbitrary<Message<typeof INNER>> = fc.record(
  { text: fc.string({ unit: 'binary' }), numbers: fc.array(int, { minLength: 1 }) },
  { requiredKeys: [] },
);
const outer: fc.Arbitrary<Message<typeof OUTER>> = fc.record(
  {
    int,
    float: single,
    bytes: fc.uint8Array().map((bytes) => Uint8Array.from(bytes)),
    floats: fc.array(single, { minLength: 1 }),
    doubles: fc.array(fc.double({ noNaN: true }), { minLength: 1 }),
    strings: fc.array(fc.string(), { minLength: 1 }),
    one: inner,
    many: fc.array(inner, { minLength: 1 }),
  },
  { requiredKeys: [] },
);

const read = (...bytes: readonly number[]) => decode(OUTER, new Cursor(Uint8Array.from(bytes)));

describe('protobuf', () => {
  it('reads what it has written', () => {
    fc.assert(
      fc.property(outer, (message) => {
        expect(decode(OUTER, new Cursor(encode(OUTER, message)))).toEqual(message);
      }),
    );
  });

  it('writes as the format describes it', () => {
    // the examples of protobuf's own description of its encoding: 150, and the text "testing"
    expect([...encode(OUTER, { int: 150 })]).toEqual([0x08, 0x96, 0x01]);
    expect([...encode(OUTER, { strings: ['testing'] })]).toEqual([
      0x32,
      7,
      ...new TextEncoder().encode('testing'),
    ]);
    expect([...encode(OUTER, { int: -1 })]).toEqual([0x08, ...new Array<number>(9).fill(0xff), 1]);
  });

  it('takes lists of numbers one by one, packed, or both', () => {
    expect(read(0x3a, 7, 0x10, 3, 0x12, 3, 0x04, 0x8e, 0x02)).toEqual({ one: { numbers: [3, 4, 270] } });
  });

  it('skips fields that it does not know, of every wire type', () => {
    expect(
      read(0x50, 1, 0x51, ...new Array<number>(8).fill(9), 0x52, 2, 0, 0, 0x55, 1, 2, 3, 4, 0x08, 5),
    ).toEqual({ int: 5 });
  });

  it.each([
    [[0x08], 'byte 1: 1 more bytes expected, got 0 before the end of what holds them'],
    [
      [0x08, ...new Array<number>(10).fill(0x80), 1],
      'byte 11: an integer of at most 64 bits expected, got a longer one',
    ],
    [
      [0x08, ...new Array<number>(9).fill(0xff), 2],
      'byte 11: an integer of at most 64 bits expected, got a longer one',
    ],
    [
      [0x1a, 0xff, 0xff, 0xff, 0xff, 0x07, 1],
      'byte 6: 2147483647 more bytes expected, got 1 before the end of what holds them',
    ],
    [
      [0x1a, ...new Array<number>(9).fill(0xff), 1],
      'byte 11: Infinity more bytes expected, got 0 before the end of what holds them',
    ],
    [
      [0x3a, 2, 0x0a, 5, 1, 2, 3, 4, 5],
      'byte 4: 5 more bytes expected, got 0 before the end of what holds them',
    ],
    [[0x0b], 'byte 1: wire type 0 for int expected, got 3'],
    [[0x53], 'byte 1: a wire type of 0, 1, 2 or 5 expected, got 3'],
    [[0x00], 'byte 1: a field number from 1 to 2^29 expected, got 0'],
    [[0x32, 1, 0xff], 'byte 1: text in UTF-8 expected, got other bytes'],
  ])('refuses %j', (bytes, message) => {
    expect(() => read(...bytes)).toThrow(new OnnxError(partsOf(message)));
  });

  it('refuses more messages than any model has, however small each of them is', () => {
    const bytes = new Uint8Array(3 * 100_001);
    for (let i = 0; i < bytes.length; i += 3) bytes.set([0xe2, 0x12, 0], i);
    expect(() => decode(OUTER, new Cursor(bytes))).toThrow(/at most 100000 messages and texts expected/);
  });
});

function partsOf(message: string) {
  const [, where = '', expected = '', found = ''] = /^(.*?): (.*) expected, got (.*)$/.exec(message) ?? [];
  return { where, expected, found };
}
