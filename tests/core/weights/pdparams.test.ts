// Paddle's weight files: what is read from them, and that nothing in a pickle is carried out but what arrays need.
import { describe, expect, it } from 'vitest';
import { readPdparams } from '../../../src/lib/core/weights/pdparams.ts';
import { PickleError } from '../../../src/lib/core/weights/pickle/pickleError.ts';
import {
  array,
  bytes,
  dict,
  FALSE,
  floats,
  global,
  int,
  list,
  NONE,
  pickled,
  REDUCE,
  text,
  tuple,
  type Piece,
} from './pickled.ts';

const read = (value: Piece) => [...readPdparams(pickled(value))];

describe('arrays by name', () => {
  it('are read with their shapes, of 16, 32 and 64 bits', () => {
    const half = array({ shape: [], code: 'f2', data: bytes([0x00, 0x3e]) });
    const double = array({
      shape: [int(1), int(1)],
      code: 'f8',
      data: bytes([...new Uint8Array(Float64Array.of(-3).buffer)]),
    });
    expect(read(dict({ a: array(), half, double }))).toEqual([
      ['a', { shape: [2], data: Float32Array.of(1, 2) }],
      ['half', { shape: [], data: Float32Array.of(1.5) }],
      ['double', { shape: [1, 1], data: Float32Array.of(-3) }],
    ]);
  });

  it('are read where their bytes stand as text, as in protocol 2', () => {
    const values = floats(-1.7, 0.3);
    const asText = text(String.fromCharCode(...values));
    const data = [...global('_codecs', 'encode'), ...tuple(asText, text('latin1')), REDUCE];
    expect(read(dict({ a: array({ data }) }))).toEqual([
      ['a', { shape: [2], data: Float32Array.of(-1.7, 0.3) }],
    ]);
  });

  it('are read without the table of inner names', () => {
    const names = dict({ a: text('conv2d_0.w_0') });
    expect(read(dict({ a: array(), 'StructuredToParameterName@@': names }))).toHaveLength(1);
  });

  it('are put together where they were cut into pieces', () => {
    const info = dict({
      big: dict({ OriginShape: tuple(int(1), int(4)), slices: list(text('big@@.0'), text('big@@.1')) }),
    });
    const pieces = { 'big@@.0': array(), 'big@@.1': array({ data: bytes(floats(3, 4)) }) };
    expect(read(dict({ ...pieces, 'UnpackBigParamInfor@@': info }))).toEqual([
      ['big', { shape: [1, 4], data: Float32Array.of(1, 2, 3, 4) }],
    ]);
  });

  it('may stand in an ordered dictionary', () => {
    const ordered = [
      ...global('collections', 'OrderedDict'),
      ...tuple(),
      REDUCE,
      ...text('a'),
      ...array(),
      0x73,
    ];
    expect(read(ordered)).toHaveLength(1);
  });
});

const rest = (...pieces: readonly (Piece | number)[]): Piece => pieces.flat();
const asked = (name: string) => `${name} is asked for, which no array needs; it is refused`;

describe('what is no array is refused, with what and where', () => {
  it.each<[string, Piece, string]>([
    [
      'a call of os.system',
      rest(global('os', 'system'), tuple(text('true')), REDUCE),
      `byte 2: ${asked('os.system')}`,
    ],
    ['posix.system', rest(dict({ a: global('posix', 'system') })), `byte 10: ${asked('posix.system')}`],
    [
      'builtins.eval by name on the stack',
      rest(text('builtins'), text('eval'), 0x93),
      `byte 24: ${asked('builtins.eval')}`,
    ],
    [
      "another of numpy's functions",
      global('numpy.core.multiarray', 'fromfile'),
      `byte 2: ${asked('numpy.core.multiarray.fromfile')}`,
    ],
    [
      'a call of a class of arrays',
      rest(global('numpy', 'ndarray'), tuple(int(9)), REDUCE),
      'byte 24: a call of global is refused',
    ],
    ['a call of a text', rest(text('system'), tuple(), REDUCE), 'byte 15: a call of text is refused'],
    ['NEWOBJ', rest(global('numpy', 'ndarray'), tuple(), 0x81), 'byte 19: the instruction NEWOBJ is refused'],
    ['INST', [0x28, 0x69, 0x61, 0x0a, 0x62, 0x0a], 'byte 3: the instruction INST is refused'],
    ['a persistent id', rest(text('x'), 0x51), 'byte 8: the instruction BINPERSID is refused'],
    ['an extension', [0x82, 1], 'byte 2: the instruction EXT1 is refused'],
    ['an unknown instruction', [0xff], 'byte 2: the instruction 0xff is refused'],
    [
      'another encoding',
      rest(global('_codecs', 'encode'), tuple(text('a'), text('zip')), REDUCE),
      'byte 34: text and latin1 expected',
    ],
    [
      'characters that are no bytes',
      rest(global('_codecs', 'encode'), tuple(text('€'), text('latin1')), REDUCE),
      'byte 39: text that stands for bytes expected',
    ],
    ['a list', list(), 'a dictionary of arrays expected, got list'],
    ['a number', int(5), 'a dictionary of arrays expected, got 5'],
    ['a nested dictionary', dict({ model: dict({ a: array() }) }), 'model: an array expected, got dict'],
    [
      'a double name',
      rest(dict({ a: array() }), text('a'), array(), 0x73),
      'byte 323: a: two entries have this name',
    ],
    ['a name that is a number', rest(0x7d, int(1), NONE, 0x73), 'byte 9: a name expected, got 1'],
    ['a name without a value', rest(0x7d, 0x28, text('a'), 0x75), 'byte 10: a value for a expected'],
    ['whole numbers', dict({ a: array({ code: 'i4' }) }), 'a: one of f2, f4, f8 expected, got i4'],
    ['objects', dict({ a: array({ code: 'O8' }) }), 'a: one of f2, f4, f8 expected, got O8'],
    [
      '__proto__ as a type',
      dict({ a: array({ code: '__proto__' }) }),
      'a: one of f2, f4, f8 expected, got __proto__',
    ],
    [
      'an array without content',
      dict({ a: rest(global('numpy.core.multiarray', '_reconstruct'), tuple(), REDUCE) }),
      'a: an array expected, got array',
    ],
    [
      'a giant shape',
      dict({ a: array({ shape: [int(2 ** 31 - 1), int(2 ** 31 - 1)] }) }),
      `a: ${4 * (2 ** 31 - 1) ** 2} bytes expected for the shape [2147483647, 2147483647], got 8`,
    ],
    [
      'pieces that are missing',
      dict({
        'UnpackBigParamInfor@@': dict({ a: dict({ OriginShape: tuple(int(1)), slices: list(text('b')) }) }),
      }),
      'a: a piece of it is missing',
    ],
    [
      'a piece taken twice',
      dict({
        b: array(),
        'UnpackBigParamInfor@@': dict({
          a: dict({ OriginShape: tuple(int(4)), slices: list(text('b'), text('b')) }),
        }),
      }),
      'a: a piece of it is missing',
    ],
    [
      'pieces of another shape',
      dict({
        b: array(),
        'UnpackBigParamInfor@@': dict({ a: dict({ OriginShape: tuple(int(3)), slices: list(text('b')) }) }),
      }),
      'a: 3 values expected, got 2 in pieces',
    ],
  ])('%s', (_name, value, message) => {
    expect(() => readPdparams(pickled(value))).toThrow(new PickleError(message));
  });

  it.each<[string, Piece, RegExp]>([
    [
      'a negative shape',
      dict({ a: array({ shape: [int(-2)] }) }),
      /an array with shape, type and bytes expected/,
    ],
    ['big-endian numbers', dict({ a: array({ order: '>' }) }), /numbers in little-endian order expected/],
    ['columns before rows', dict({ a: array({ fortran: true }) }), /got one in Fortran's/],
    [
      '33 dimensions',
      dict({ a: array({ shape: Array(33).fill(int(1)) as Piece[] }) }),
      /an array with shape/,
    ],
    [
      'a state that is no tuple',
      rest(global('numpy.core.multiarray', '_reconstruct'), tuple(), REDUCE, FALSE, 0x62),
      /tuple expected, got false/,
    ],
    [
      'bytes that end after the file',
      rest(0x42, [255, 255, 255, 127]),
      /2147483647 bytes announced, but the file ends/,
    ],
    ['text that ends after the file', rest(0x58, [255, 255, 255, 255]), /4294967295 bytes announced/],
    ['8 bytes of length', rest(0x8e, [0, 0, 0, 0, 0, 0, 0, 128]), /9223372036854776000 bytes announced/],
    [
      'a line without end',
      [0x63, ...Array<number>(2000).fill(0x61)],
      /a name and the end of its line expected/,
    ],
    ['an empty stack', [0x85], /a value on the stack expected/],
    ['values below the mark', rest(int(1), 0x28, 0x85), /a value on the stack expected/],
    ['no mark', [0x75], /a mark on the stack expected/],
    ['nothing remembered', [0x68, 7], /nothing was remembered as 7/],
    ['a number of any length', [0x8a, 200], /the instruction LONG1 is refused/],
  ])('%s', (_name, value, message) => {
    expect(() => readPdparams(pickled(value))).toThrow(PickleError);
    expect(() => readPdparams(pickled(value))).toThrow(message);
  });

  it('other protocols', () => {
    for (const protocol of [0, 1, 5, 255])
      expect(() => readPdparams(pickled(dict({}), protocol))).toThrow('a pickle of protocol 2 to 4 expected');
  });
});
