// Hostile pickles: bounded in time and memory, and never an error of another kind.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPdparams } from '../../../src/lib/core/weights/pdparams.ts';
import { PickleError } from '../../../src/lib/core/weights/pickle/pickleError.ts';
import {
  array,
  bytes,
  dict,
  global,
  int,
  list,
  NONE,
  pickled,
  REDUCE,
  STOP,
  text,
  tuple,
  type Piece,
} from './pickled.ts';

describe('a small file cannot ask for much', () => {
  const remembered = (index: number): Piece => [0x71, index];
  const recalled = (index: number): Piece => [0x68, index];

  it('bytes that are named again and again are counted', () => {
    const large = Array<number>(4000).fill(0);
    const shared = (data: Piece) => array({ shape: [int(1000)], data });
    const entries = Object.fromEntries(
      Array.from({ length: 50 }, (_, i) => [
        `a${i}`,
        shared(i === 0 ? [...bytes(large), ...remembered(9)] : recalled(9)),
      ]),
    );
    expect(() => readPdparams(pickled(dict(entries)))).toThrow(
      'arrays of 200000 bytes in all, but the file has',
    );
  });

  it('text that is made bytes again and again is counted', () => {
    const encode = (value: Piece) => [
      ...global('_codecs', 'encode'),
      ...tuple(value, text('latin1')),
      REDUCE,
    ];
    const first = encode([...text('x'.repeat(4000)), ...remembered(9)]);
    const again = Array.from({ length: 50 }, () => encode(recalled(9)));
    expect(() => readPdparams(pickled(tuple(first, ...again)))).toThrow(
      'more bytes are made of text than the file has',
    );
  });

  it('lists of lists of lists stay as small as they are written', () => {
    let nested: Piece = [...list(), ...remembered(0)];
    for (let i = 1; i < 60; i++)
      nested = [...nested, 0x28, ...recalled(i - 1), ...recalled(i - 1), 0x74, ...remembered(i)];
    expect(() => readPdparams(pickled(nested))).toThrow('a dictionary of arrays expected, got tuple');
  });

  it('a million instructions are enough', () => {
    expect(() => readPdparams(pickled(Array<number>(1_000_001).fill(0x28)))).toThrow(
      'more than 1000000 instructions',
    );
  });

  it('a long name is not repeated', () => {
    expect(() => readPdparams(pickled(dict({ ['x'.repeat(1e5)]: NONE })))).toThrow(/^x{300}…$/);
  });
});

describe('whatever the bytes', () => {
  const outcome = (file: Uint8Array<ArrayBuffer>) => {
    try {
      return readPdparams(file) instanceof Map;
    } catch (error) {
      return error instanceof PickleError;
    }
  };

  it('arrays come out or a PickleError', () => {
    const opcodes = Array.from('.(N)]}taesub\u0085\u0086\u0087\u0088\u0089\u0093\u0094RqhKXCJ', (letter) =>
      letter.charCodeAt(0),
    );
    const piece = fc.oneof(
      fc.constantFrom(...opcodes).map((opcode): Piece => [opcode]),
      fc.string({ maxLength: 4 }).map(text),
      fc.constantFrom(
        int(1),
        array(),
        tuple(),
        list(),
        dict({ a: array() }),
        global('numpy', 'dtype'),
        [0x71, 1],
        [0x68, 1],
      ),
      fc.uint8Array({ maxLength: 3 }).map((values): Piece => [...values]),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => outcome(pickled(pieces.flat(), 4))),
      { seed: 1, numRuns: 2000 },
    );
  });

  it('so it is with one byte changed, and with the end cut off', () => {
    const whole = pickled(dict({ a: array(), b: array({ shape: [int(1), int(2)] }) }));
    expect(whole.at(-1)).toBe(STOP);
    fc.assert(
      fc.property(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const flipped = whole.map((byte, i) => (i === at ? byte ^ change : byte));
        return outcome(flipped) && outcome(whole.subarray(0, at));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});
