// `lcnet compare` as others script against it: its numbers are those of `lcnet summary`, bad input is one clear line.
import { describe, expect, it } from 'vitest';
import { lcnet } from './lcnet.ts';

const NETWORKS = ['family=pplcnet&scale=0.5', 'family=mobilenetv2&scale=0.5'];

interface Comparison {
  readonly networks: readonly { readonly name: string; readonly config: object }[];
  readonly totals: readonly {
    readonly metric: string;
    readonly values: readonly { readonly value: number; readonly difference: number }[];
  }[];
  readonly stages: readonly {
    readonly metric: string;
    readonly places: readonly { readonly place: string }[];
  }[];
  readonly differences: readonly { readonly settings: readonly { readonly option: string }[] }[];
}

describe('lcnet compare', () => {
  it('prints totals, stages and differences as JSON, with the numbers of summary', async () => {
    const [{ out, status }, summary] = await Promise.all([
      lcnet('compare', ...NETWORKS, '--json'),
      lcnet('summary', '--family', 'mobilenetv2', '--scale', '0.5', '--json'),
    ]);
    expect(status).toBe(0);
    const { networks, totals, stages, differences } = JSON.parse(out) as Comparison;
    const { config, totals: counted } = JSON.parse(summary.out) as {
      config: object;
      totals: Record<string, number>;
    };
    expect(networks.map(({ name }) => name)).toEqual(['PP-LCNet ×0.5', 'MobileNetV2 ×0.5']);
    expect(networks[1]?.config).toEqual(config);
    for (const id of ['params', 'macs', 'peakActivationBytes', 'receptiveField']) {
      const values = totals.find(({ metric }) => metric === id)?.values;
      expect(values?.[1]?.value).toBe(counted[id]);
      expect(values?.[1]?.difference).toBe((counted[id] ?? 0) - (values?.[0]?.value ?? 0));
    }
    expect(stages.map(({ metric }) => metric)).toEqual(['params', 'macs', 'activationBytes']);
    expect(stages[0]?.places.map(({ place }) => place)).toEqual([
      'stem',
      '/2',
      '/4',
      '/8',
      '/16',
      '/32',
      'head',
    ]);
    expect(differences[0]?.settings[0]).toEqual({
      setting: 'family',
      option: 'family',
      base: 'pplcnet',
      other: 'mobilenetv2',
    });
  });

  it('prints tables that say what differs, block by block', async () => {
    const { out } = await lcnet('compare', '', 'se=0000001000011&kernels=3333335755555');
    expect(out).toContain('B  PP-LCNet ×1  kernels=3333335755555&se=0000001000011');
    expect(out).toMatch(/block 7 → 7 +se no → yes\n/);
    expect(out).toMatch(/block 8 → 8 +kernel 5 → 7\n/);
    expect(out).not.toContain('block 9');
  });

  it('prints Markdown, and CSV with as many fields in every line', async () => {
    const [table, lines] = await Promise.all([
      lcnet('compare', ...NETWORKS, '--markdown'),
      lcnet('compare', ...NETWORKS, 'family=ghostnet', '--csv'),
    ]);
    expect(table.out).toContain('| params | 1,879,576 | 1,965,736 | +86,160 | +4.6 % |');
    const fields = lines.out
      .trim()
      .split('\n')
      .map((line) => line.split(',').length);
    expect(new Set(fields)).toEqual(new Set([2 + 1 + 3 + 3]));
  });

  it.each([
    [['scale=9', ''], 'network 1, scale 9: a number from 0.1 to 4 expected'],
    [['', 'family=pplcnet&se=01'], 'network 2, se 01: 13 digits expected, one per block, got 2'],
    [['', 'family=resnet'], 'network 2, family resnet: one of pplcnet, mobilenetv1,'],
    [['', 'size=3'], 'network 2, size 3: no such setting, one of family, task, scale,'],
    [['scale=1'], 'compare: 2 to 4 networks such as "family=mobilenetv2&scale=0.5" expected, got 1'],
    [['', '', '', '', ''], 'compare: 2 to 4 networks such as "family=mobilenetv2&scale=0.5" expected, got 5'],
    [['', '', '--json', '--csv'], '--json --csv: only one of --json, --csv, --markdown expected'],
    [['', '', '--scale', '1'], '--scale: unknown option, one of --json, --csv, --markdown expected'],
  ])('refuses %j with status 2 and one line', async (args, line) => {
    const { status, out, err } = await lcnet('compare', ...args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err.startsWith(line)).toBe(true);
    expect(err.trimEnd()).not.toContain('\n');
  });
});
