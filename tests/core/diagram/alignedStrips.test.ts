// Strips one below the other: one scale, counterparts in one line.
import { describe, expect, it } from 'vitest';
import { alignedStrips } from '../../../src/lib/core/diagram/alignedStrips.ts';
import type { Item, Scene } from '../../../src/lib/core/diagram/scene.ts';
import { requestFor } from './request.ts';

const middleOf = (scene: Scene | undefined, id: string): number => {
  const item = scene?.items.find((candidate: Item) => candidate.id === id);
  return item ? item.x + item.width / 2 : NaN;
};

describe('aligned strips', () => {
  const requests = [
    requestFor(),
    requestFor({ family: 'mobilenetv3-large' }),
    requestFor({ scale: 0.5, resolution: [112, 112] }),
  ];
  const [lcnet, large, small] = alignedStrips(requests, { rules: ['stage', 'place', 'stage'], width: 1000 });

  it('are equally wide', () => {
    expect(new Set([lcnet, large, small].map((scene) => scene?.width)).size).toBe(1);
  });

  it('have counterparts in one line', () => {
    expect(middleOf(large, 'blocks.6')).toBe(middleOf(lcnet, 'blocks5.0'));
    expect(middleOf(small, 'blocks6.1')).toBe(middleOf(lcnet, 'blocks6.1'));
    expect(middleOf(large, 'fc')).toBe(middleOf(lcnet, 'fc'));
  });

  it('draw half the resolution half as high, and what is alone between its neighbours', () => {
    const height = (scene: Scene | undefined) =>
      scene?.items.find(({ id }) => id === 'blocks2.0')?.height ?? 0;
    expect(height(small)).toBeCloseTo(height(lcnet) / 2);
    const alone = middleOf(large, 'blocks.5');
    expect(alone).toBeGreaterThan(middleOf(lcnet, 'blocks4.1'));
    expect(alone).toBeLessThan(middleOf(lcnet, 'blocks5.0'));
  });

  it('of one network are what that network has alone', () => {
    const [alone] = alignedStrips([requestFor()], { rules: ['stage'], width: 760 });
    expect(alone?.items.map(({ id }) => id)).toEqual(lcnet?.items.map(({ id }) => id));
  });
});
