// Figures as TikZ: the snapshot is reviewed by compiling it (pdflatex) when it changes.
import { describe, expect, it } from 'vitest';
import { FAMILY_IDS } from '../../../../src/lib/core/config/netConfig.ts';
import { figureTikz } from '../../../../src/lib/core/diagram/tikz/figureTikz.ts';
import { requestFor } from '../request.ts';

const small = requestFor({ scale: 0.25, depths: [1, 1, 1, 1, 1], kernels: [3, 3, 5, 5, 7], se: [false, false, false, false, true] }, { mode: 'flow' }); // prettier-ignore

describe('the TikZ picture of a figure', () => {
  it('is what was reviewed', async () => {
    await expect(figureTikz(small)).toMatchFileSnapshot('../../../snapshots/flow-small.tex');
  });

  it('is the same every time', () => {
    expect(figureTikz(small)).toBe(figureTikz(small));
  });

  it('names colours by what they stand for', () => {
    expect(figureTikz(requestFor())).toContain('\\definecolor{depthwise}{HTML}{3F5CC4}');
  });
});

describe.each(FAMILY_IDS)('the TikZ pictures of %s', (family) => {
  const pictures = (['strip', 'flow'] as const).flatMap((mode) =>
    (['light', 'dark'] as const).map((theme) =>
      figureTikz(requestFor({ family }, { mode, theme, level: 'layers' })),
    ),
  );

  it('use no colour that is not defined, and define none twice', () => {
    for (const tikz of pictures) {
      const defined = [...tikz.matchAll(/\\definecolor\{(\w+)\}/g)].map(([, name]) => name);
      const options = [...tikz.matchAll(/\\(?:draw|fill|filldraw|node)\[([^\]]*)\]/g)].map(
        ([, list]) => list ?? '',
      );
      const used = options.flatMap((list) =>
        [...list.matchAll(/(?:^|(?:fill|draw|text)=)([a-z]\w*)(?=,|$)/gi)].map(([, name]) => name),
      );
      expect(new Set(defined).size).toBe(defined.length);
      expect(new Set(used)).toEqual(new Set(defined));
    }
  });

  it('close every brace and every environment, and hold ASCII outside of comments', () => {
    for (const tikz of pictures) {
      const code = tikz.replace(/(?<!\\)%.*/g, '');
      const plain = code.replace(/\\[{}]/g, '');
      expect(plain.split('{').length).toBe(plain.split('}').length);
      expect(code.match(/\\begin/g)?.length).toBe(code.match(/\\end/g)?.length);
      expect(code).not.toMatch(/[^\n -~]|NaN|undefined/);
    }
  });
});
