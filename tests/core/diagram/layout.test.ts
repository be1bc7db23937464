// Properties of every layout, over random networks, and what the figures are known to show.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layout } from '../../../src/lib/core/diagram/layout.ts';
import { LEVELS, MODES } from '../../../src/lib/core/diagram/request.ts';
import type { Box } from '../../../src/lib/core/diagram/scene.ts';
import { anyConfig } from '../anyConfig.ts';
import { requestFor } from './request.ts';

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width - 0.01 &&
  b.x < a.x + a.width - 0.01 &&
  a.y < b.y + b.height - 0.01 &&
  b.y < a.y + a.height - 0.01;

describe.each(MODES)('the %s layout', (mode) => {
  it.each(LEVELS)(
    'of any network at the level of %s covers every layer once, inside the scene, without overlap',
    (level) => {
      fc.assert(
        fc.property(anyConfig, (config) => {
          const scene = layout(requestFor(config, { mode, level }));
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

describe('the strip', () => {
  it('is to scale: twice the resolution is twice the height, four times the channels twice the thickness', () => {
    const { items } = layout(requestFor({}, { level: 'layers' }));
    const box = (id: string) => items.find((item) => item.id === id);
    const [wide, narrow] = [box('blocks5.1.pw_conv.conv'), box('blocks3.1.pw_conv.conv')];
    expect((narrow?.height ?? 0) / (wide?.height ?? 1)).toBeCloseTo(56 / 14);
    expect((wide?.width ?? 0) / (box('blocks4.1.pw_conv.conv')?.width ?? 1)).toBeCloseTo(
      Math.sqrt(256 / 128),
    );
  });
});
