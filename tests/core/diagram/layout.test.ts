// Properties of every layout, over random networks, and what the figures are known to show.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FigureRequest } from '../../../src/lib/core/diagram/figure.ts';
import { layout } from '../../../src/lib/core/diagram/modes.ts';
import { LEVELS, MODES } from '../../../src/lib/core/diagram/request.ts';
import type { Box, Item } from '../../../src/lib/core/diagram/scene.ts';
import { textWidth } from '../../../src/lib/core/diagram/textWidth.ts';
import { anyNetwork } from '../anyConfig.ts';
import { requestFor } from './request.ts';

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width - 0.01 &&
  b.x < a.x + a.width - 0.01 &&
  a.y < b.y + b.height - 0.01 &&
  b.y < a.y + a.height - 0.01;

const anyWidth = fc.option(fc.integer({ min: 200, max: 2000 }), { nil: undefined });

/** Texts inside an item that reach beyond it. */
const tooWide = ({ shapes, width }: Item): readonly string[] =>
  shapes.flatMap((shape) =>
    shape.kind === 'text' && textWidth(shape.text, shape.size, shape.bold) > width ? [shape.text] : [],
  );

describe.each(MODES)('the %s layout', (mode) => {
  it.each(LEVELS)(
    'of any network at the level of %s covers every layer once, inside the scene, without overlap',
    (level) => {
      fc.assert(
        fc.property(anyNetwork, anyWidth, (config, width) => {
          const scene = layout(requestFor(config, { mode, level, width }));
          const items = scene.items.filter(({ frame }) => !frame);
          const layers = [...items].sort((a, b) => a.start - b.start);
          // the strip leaves the input out
          const first = mode === 'strip' ? 1 : 0;
          layers.forEach((item, i) => expect(item.start).toBe(i === 0 ? first : layers[i - 1]?.end));
          const outside = scene.items.filter(
            ({ x, y, width, height }) =>
              !(
                x >= 0 &&
                y >= 0 &&
                width > 0 &&
                height > 0 &&
                x + width <= scene.width &&
                y + height <= scene.height
              ),
          );
          expect(outside).toEqual([]);
          expect(scene.items.flatMap(tooWide)).toEqual([]);
          const crossing = items.flatMap((a, n) =>
            items
              .slice(n + 1)
              .filter((b) => overlap(a, b))
              .map((b) => [a.id, b.id]),
          );
          expect(crossing).toEqual([]);
        }),
        { numRuns: 12, seed: 1 },
      );
    },
  );

  it('numbers the thirteen blocks', () => {
    const numbers = layout(requestFor({}, { mode })).items.flatMap(({ number }) => number ?? []);
    expect(numbers).toEqual(Array.from({ length: 13 }, (_, i) => i + 1));
  });

  it('opens one block in place and leaves the others closed', () => {
    const { items } = layout(requestFor({}, { mode, opened: new Set(['blocks6.0']) }));
    expect(items.find(({ id }) => id === 'blocks6.0')?.frame).toBe(true);
    expect(items.filter(({ level }) => level === 'layer')).toHaveLength(12);
    expect(items.find(({ id }) => id === 'blocks6.1')?.frame).toBe(false);
  });

  it('has a legend from 0 to the largest value when a metric colours it', () => {
    const { legend } = layout(requestFor({}, { mode, colourBy: 'macs' }));
    expect(legend).toMatchObject({ kind: 'scale', title: 'MACs', low: '0', high: '12.8M' });
  });
});

describe('the flow diagram', () => {
  it('fills rows up to the width asked for, and no further', () => {
    const rowsAt = (width: number) => {
      const { items, width: own } = layout(requestFor({}, { mode: 'flow', width }));
      expect(own).toBeLessThanOrEqual(width);
      return items.filter((item) => item.x < 20).length;
    };
    expect([3000, 1180, 700].map(rowsAt)).toEqual([1, 3, 5]);
  });

  it('draws SE as a branch between depthwise and pointwise, below the line from one to the other', () => {
    const { items } = layout(requestFor({}, { mode: 'flow', opened: new Set(['blocks6.0']) }));
    const box = (id: string) => items.find((item) => item.id === `blocks6.0.${id}`);
    const middle = (id: string) => (box(id)?.y ?? 0) + (box(id)?.height ?? 0) / 2;
    const spine = ['dw_conv.act', 'se.mul', 'pw_conv.conv'];
    const branch = ['se.avg_pool', 'se.conv1', 'se.relu', 'se.conv2', 'se.hardsigmoid'];
    expect(new Set(spine.map(middle)).size).toBe(1);
    expect(new Set(branch.map(middle)).size).toBe(1);
    expect(middle('se.conv1')).toBeGreaterThan(middle('se.mul'));
    const order = ['dw_conv.act', ...branch, 'se.mul', 'pw_conv.conv'].map((id) => box(id)?.x ?? 0);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });
});

describe('the strip', () => {
  it('shows height above the axis and width below it where the input is not square', () => {
    const { items } = layout(requestFor({ resolution: [128, 256] }));
    const [first, second] = [
      items.find(({ number }) => number === 1),
      items.find(({ number }) => number === 3),
    ];
    const axis = (item: Box | undefined) => (item?.y ?? 0) + (item?.height ?? 0) / 3;
    expect(axis(first)).toBeCloseTo(axis(second));
  });

  it('is to scale: four times the resolution is four times the height, thickness goes with the root of the channels', () => {
    const { items } = layout(requestFor({}, { level: 'layers' }));
    const box = (id: string) => items.find((item) => item.id === id);
    const [wide, narrow] = [box('blocks5.1.pw_conv.conv'), box('blocks3.1.pw_conv.conv')];
    expect((narrow?.height ?? 0) / (wide?.height ?? 1)).toBeCloseTo(56 / 14);
    const expected = (wide?.width ?? 0) * Math.sqrt(512 / 256);
    // slabs are drawn to half a unit
    expect(Math.abs((box('blocks6.1.pw_conv.conv')?.width ?? 0) - expected)).toBeLessThanOrEqual(0.75);
  });

  it('moves nothing when the scale is turned: every group stays in its place', () => {
    const placesAt = (scale: number) =>
      layout(requestFor({ scale })).items.map(({ id, x, width }) => ({ id, x, width }));
    for (const scale of [0.1, 0.25, 0.8, 2.5, 4]) expect(placesAt(scale)).toEqual(placesAt(1));
  });

  it('draws a narrower network with thinner slabs', () => {
    const thickness = (scale: number) => {
      const slab = layout(requestFor({ scale })).items.find(({ number }) => number === 13)?.shapes[0];
      return slab?.kind === 'rect' ? slab.width : NaN;
    };
    expect(thickness(0.25)).toBeLessThan(0.6 * thickness(1));
    expect(thickness(2.5)).toBeLessThanOrEqual(thickness(1));
  });
});

describe('the filmstrip', () => {
  const boxes = (change: Partial<FigureRequest>) => {
    const scene = layout({ ...requestFor({}, change), film: 3 });
    return { scene, bare: layout(requestFor({}, change)) };
  };

  it.each([
    { mode: 'strip', level: 'blocks' },
    { mode: 'strip', level: 'stages' },
    { mode: 'flow', level: 'blocks' },
    { mode: 'flow', level: 'layers' },
  ] as const)('has room for every block with a picture, clear of all others: $mode, $level', (shown) => {
    const { scene, bare } = boxes(shown);
    expect(scene.film.length).toBe(shown.level === 'stages' ? 6 : 14);
    expect(scene.height).toBeGreaterThan(bare.height);
    expect(bare.film).toEqual([]);
    for (const { x, y, side, count, dx, dy } of scene.film) {
      const [right, bottom] = [x + (count - 1) * dx + side, y + (count - 1) * dy + side];
      expect(side).toBeGreaterThan(12);
      expect(bottom).toBeLessThanOrEqual(scene.height);
      const hit = scene.items.filter(
        (item) => item.x < right && item.x + item.width > x && item.y < bottom && item.y + item.height > y,
      );
      expect(hit.map(({ id }) => id)).toEqual([]);
    }
  });
});
