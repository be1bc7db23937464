// Shape rules: symmetric and `same` padding, odd and even sizes, and graphs that cannot be.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GraphBuilder } from '../../../src/lib/core/graph/builder.ts';
import { outputSize, paddingAmount } from '../../../src/lib/core/graph/padding.ts';
import { inferShape, ShapeError } from '../../../src/lib/core/graph/shapes.ts';

describe('padding', () => {
  it('`same` pads nothing before and one after for 3×3 stride 2 at even sizes; symmetric pads one on both sides', () => {
    const window = { size: 224, kernel: 3, stride: 2 };
    expect(paddingAmount({ ...window, padding: 'same' })).toEqual({ before: 0, after: 1 });
    expect(paddingAmount({ ...window, padding: 'symmetric' })).toEqual({ before: 1, after: 1 });
  });

  it('both give ceil(size / stride) positions, for every odd kernel', () => {
    const anyWindow = fc.record({
      size: fc.integer({ min: 1, max: 600 }),
      kernel: fc.constantFrom(1, 3, 5, 7),
      stride: fc.constantFrom(1, 2),
      padding: fc.constantFrom('same' as const, 'symmetric' as const),
    });
    fc.assert(
      fc.property(anyWindow, (window) => outputSize(window) === Math.ceil(window.size / window.stride)),
    );
  });

  it('agree on odd sizes, where `same` has nothing left over', () => {
    expect(paddingAmount({ size: 225, kernel: 5, stride: 2, padding: 'same' })).toEqual({
      before: 2,
      after: 2,
    });
  });
});

describe('graphs that cannot be', () => {
  it('refuse channels that do not split into their groups', () => {
    const op = {
      kind: 'conv',
      outChannels: 8,
      kernel: [3, 3],
      stride: [1, 1],
      padding: 'same',
      groups: 5,
      bias: false,
    } as const;
    expect(() => inferShape(op, [[8, 8, 8]])).toThrow(
      new ShapeError('8 → 8 channels cannot be split into 5 groups'),
    );
  });

  it('refuse a gate of the wrong width', () => {
    expect(() =>
      inferShape({ kind: 'multiply' }, [
        [7, 7, 16],
        [1, 1, 8],
      ]),
    ).toThrow('a gate of 1×1×16 expected, got 1×1×8');
  });

  it('refuse two nodes of one name', () => {
    const net = new GraphBuilder();
    net.input([8, 8, 3]);
    expect(() => net.input([8, 8, 3])).toThrow('two nodes are called input');
  });
});
