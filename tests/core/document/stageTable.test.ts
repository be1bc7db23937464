// Stage tables against the papers', and their writers against any network.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../src/lib/core/analyze.ts';
import { FAMILY_IDS, type NetConfig } from '../../../src/lib/core/config/netConfig.ts';
import { stageRows, TABLE_LEVELS } from '../../../src/lib/core/document/stageRows.ts';
import { stageTable, stageTableText } from '../../../src/lib/core/document/stageTable.ts';
import { FAMILIES } from '../../../src/lib/core/families/index.ts';
import { METRICS } from '../../../src/lib/core/metrics/index.ts';
import { anyNetwork } from '../anyConfig.ts';

const { pplcnet, ghostnet } = FAMILIES;
const config = pplcnet.defaults;

/** Table 1 of the PP-LCNet paper: operator, kernel, stride, input, output, SE. */
const TABLE_1 = [
  ['Conv2D', '3×3', '2', '224²×3', '112²×16', ''],
  ['DepthSepConv', '3×3', '1', '112²×16', '112²×32', ''],
  ['DepthSepConv', '3×3', '2', '112²×32', '56²×64', ''],
  ['DepthSepConv', '3×3', '1', '56²×64', '56²×64', ''],
  ['DepthSepConv', '3×3', '2', '56²×64', '28²×128', ''],
  ['DepthSepConv', '3×3', '1', '28²×128', '28²×128', ''],
  ['DepthSepConv', '3×3', '2', '28²×128', '14²×256', ''],
  ...Array.from({ length: 5 }, () => ['DepthSepConv', '5×5', '1', '14²×256', '14²×256', '']),
  ['DepthSepConv', '5×5', '2', '14²×256', '7²×512', 'yes'],
  ['DepthSepConv', '5×5', '1', '7²×512', '7²×512', 'yes'],
  ['GAP', '7×7', '', '7²×512', '512', ''],
  ['Conv2D', '1×1', '1', '512', '1280', ''],
  ['FC', '', '', '1280', '1000', ''],
];

function column(change: NetConfig, title: string): readonly string[] {
  const { head, rows } = stageTable({ config: change });
  const index = head.indexOf(title);
  expect(index).toBeGreaterThanOrEqual(0);
  return rows.map((row) => row[index] ?? '');
}

describe('the stage table', () => {
  it('of PP-LCNet is Table 1 of its paper', () => {
    const columns = ['Operator', 'Kernel', 'Stride', 'Input', 'Output', 'SE'].map((title) =>
      column(config, title),
    );
    expect(TABLE_1.map((_, row) => columns.map((cells) => cells[row]))).toEqual(TABLE_1);
    expect(column(config, 'Operator')).toHaveLength(TABLE_1.length);
  });

  it('of GhostNet has the expansions of its paper', () => {
    expect(column(ghostnet.defaults, 'Expanded').filter(Boolean)).toEqual(
      [16, 48, 72, 72, 120, 240, 200, 184, 184, 480, 672, 672, 960, 960, 960, 960].map(String),
    );
  });

  it('ends with the published counts', () => {
    expect(stageTable({ config }).foot?.slice(-2)).toEqual(['2,952.5', '155.70']);
  });

  it('joins equal neighbours where asked to', () => {
    const { head, rows } = stageTable({ config, level: 'runs' });
    expect(rows.find((row) => row[1] === '7–11')?.[head.indexOf('n')]).toBe('5');
  });

  it('has no column for what the family lacks', () => {
    expect(stageTable({ config: FAMILIES.mobilenetv1.defaults }).head).not.toContain('SE');
  });
});

it.each(FAMILY_IDS)('the rows of %s add up to its totals, at every level', (family) => {
  const { defaults, build } = FAMILIES[family];
  const analysis = analyze(build(defaults), METRICS);
  for (const level of TABLE_LEVELS) {
    const rows = stageRows({ config: defaults, analysis }, level);
    expect(rows.reduce((sum, { params }) => sum + params, 0)).toBe(analysis.totals.params);
    expect(rows.reduce((sum, { macs }) => sum + macs, 0)).toBe(analysis.totals.macs);
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(analysis.graph.blocks.length - 1);
  }
});

it('whatever the network, every line of every format has as many cells as the head, and nothing unescaped', () => {
  const cells = {
    markdown: (line: string) => line.split(/(?<!\\)\|/).length,
    latex: (line: string) => line.split(/(?<!\\)&/).length,
    csv: (line: string) => line.split(',').length,
  } as const;
  fc.assert(
    fc.property(anyNetwork, fc.constantFrom(...TABLE_LEVELS), (any, level) => {
      for (const format of ['markdown', 'latex', 'csv'] as const) {
        const text = stageTableText({ config: any, level }, format);
        const lines = text.split('\n').filter((line) => format !== 'latex' || line.endsWith(' \\\\'));
        expect(new Set(lines.map(cells[format])).size).toBe(1);
        expect(text).not.toMatch(/undefined|NaN|null/);
        if (format === 'latex')
          expect(text.split('\n').slice(1).join('\n')).not.toMatch(/[^\n -~]|(?<!\\)[%#_]/);
      }
    }),
    { numRuns: 30, seed: 11 },
  );
});
