// The house: who may import whom, no circles, small files with honest names. The law itself is in architecture/law.ts.
import { describe, expect, test } from 'vitest';
import { coreBreaches, roomBreaches } from './architecture/breaches.ts';
import { cyclesIn } from './architecture/cycles.ts';
import { importsOf, type Import } from './architecture/imports.ts';
import { corePartOf } from './architecture/law.ts';
import { sourceFiles } from './architecture/sourceFiles.ts';

const LIMIT = { median: 60, p90: 150, max: 250 } as const;

/** Tables of data may be longer than code. Name them here, one by one. */
const DATA_TABLES: readonly string[] = ['src/lib/core/facts/imagenetClasses.ts'];

describe('the import law', () => {
  test('every file imports only what its room may', () => {
    expect(roomBreaches(sourceFiles)).toEqual([]);
  });

  test('inside core no arrow points back', () => {
    expect(coreBreaches(sourceFiles)).toEqual([]);
  });

  test('no file imports itself in a circle; types may, for they are gone at run time', () => {
    const valuesOf = (imports: readonly Import[]) =>
      imports.filter(({ typeOnly }) => !typeOnly).map(({ target }) => target);
    const withoutEnding = (path: string) => path.replace(/\.(svelte\.ts|svelte|ts)$/, '');
    const arrows = sourceFiles.map(({ path, imports }) => [withoutEnding(path), valuesOf(imports)] as const);
    expect(cyclesIn(new Map(arrows))).toEqual([]);
  });

  test('no part of core needs itself in a circle', () => {
    const arrows = new Map<string, string[]>();
    for (const { path, imports } of sourceFiles) {
      const part = corePartOf(path);
      if (part === undefined) continue;
      const others = imports
        .map(({ target }) => corePartOf(target) ?? part)
        .filter((other) => other !== part);
      arrows.set(part, [...(arrows.get(part) ?? []), ...others]);
    }
    expect(cyclesIn(arrows)).toEqual([]);
  });
});

describe('the size budget', () => {
  const sizes = sourceFiles
    .filter(({ path }) => !DATA_TABLES.includes(path))
    .map(({ path, lines }) => ({ path, lines }))
    .sort((a, b) => a.lines - b.lines);
  const quantile = (q: number) => sizes[Math.floor(q * (sizes.length - 1))]?.lines ?? 0;

  test(`half of all files have at most ${LIMIT.median} lines, nine in ten at most ${LIMIT.p90}`, () => {
    expect(quantile(0.5)).toBeLessThanOrEqual(LIMIT.median);
    expect(quantile(0.9)).toBeLessThanOrEqual(LIMIT.p90);
  });

  test(`no file has more than ${LIMIT.max} lines`, () => {
    expect(sizes.filter(({ lines }) => lines > LIMIT.max)).toEqual([]);
  });

  test('every named data table exists', () => {
    expect(DATA_TABLES.filter((table) => !sourceFiles.some(({ path }) => path === table))).toEqual([]);
  });
});

describe('house style', () => {
  test('no file is called after a drawer for everything', () => {
    const drawer = /(^|\/)(utils?|helpers?|common|managers?)(\/|\.)|(Utils?|Helpers?|Manager)\./;
    expect(sourceFiles.map(({ path }) => path).filter((path) => drawer.test(path))).toEqual([]);
  });

  test('the first line of every file says what it is for', () => {
    const silent = sourceFiles.filter(({ text }) => !/^(\/\/|\/\*|<!--)/.test(text));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });
});

describe('the watchman himself', () => {
  const core = (text: string) => [
    { path: 'src/lib/core/graph/a.ts', imports: importsOf('src/lib/core/graph/a.ts', text) },
  ];

  test.each([
    `import { tick } from 'svelte';`,
    `export * from '@tensorflow/tfjs-core';`,
    `const lazy = () => import('$lib/state/url.ts');`,
    `import type { Scene } from '../../views/diagram/scene.ts';`,
    `type T = import('d3').Selection;`,
    `new Worker(new URL('../../engines/worker.ts', import.meta.url));`,
  ])('sees %s in core', (text) => {
    expect(roomBreaches(core(text))).toHaveLength(1);
  });

  test('sees an arrow back in core', () => {
    expect(coreBreaches(core(`import { pplcnet } from '../families/pplcnet.ts';`))).toHaveLength(1);
    expect(coreBreaches(core(`import type { NetConfig } from '../config/netConfig.ts';`))).toEqual([]);
  });

  test('sees both scripts of a component, and tells types from values', () => {
    const text = `<script module lang="ts">import type { A } from 'a';</script>
      <script lang="ts">import B from './B.svelte'; import { type C, d } from 'c';</script>`;
    expect(importsOf('src/lib/views/ui/X.svelte', text)).toEqual([
      { target: 'a', typeOnly: true },
      { target: 'src/lib/views/ui/B', typeOnly: false },
      { target: 'c', typeOnly: false },
    ]);
  });

  test('sees a circle', () => {
    expect(cyclesIn(new Map([['a', ['b']], ['b', ['c']], ['c', ['a']]]))).toEqual(['a → b → c → a']); // prettier-ignore
    expect(cyclesIn(new Map([['a', ['b', 'c']], ['b', ['c']]]))).toEqual([]); // prettier-ignore
  });
});
