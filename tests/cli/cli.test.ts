// The command line as others script against it: output, exit status, one clear line on bad input.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { figureSvg } from '../../src/lib/core/diagram/figure.ts';
import { readMeasurements } from '../../src/lib/core/tradeoff/report/readMeasurements.ts';
import { requestFor } from '../core/diagram/request.ts';
import { lcnet } from './lcnet.ts';

const folder = mkdtempSync(join(tmpdir(), 'lcnet-cli-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('lcnet summary', () => {
  it('prints configuration, totals and layers as JSON', async () => {
    const { out, status } = await lcnet('summary', '--scale', '0.5', '--json');
    const { config, totals, layers } = JSON.parse(out) as Record<string, Record<string, unknown>> & {
      layers: Record<string, unknown>[];
    };
    expect(status).toBe(0);
    expect(config).toMatchObject({ family: 'pplcnet', scale: 0.5 });
    expect(totals).toMatchObject({ params: 1879576, macs: 44731008, flops: { paddle: 47284832 } });
    expect(layers[1]).toMatchObject({ name: 'conv1.conv', outputShape: [112, 112, 8], receptiveField: 3 });
  });

  it('reads back what it printed', async () => {
    const file = join(folder, 'network.json');
    writeFileSync(file, (await lcnet('summary', '--se', '1100000000000', '--json')).out);
    const { out } = await lcnet('summary', '--config', file, '--json');
    expect(out).toBe(readFileSync(file, 'utf8'));
  });

  it('prints CSV with as many fields in every line', async () => {
    const lines = (await lcnet('summary', '--csv')).out.trim().split('\n');
    expect(new Set(lines.map((line) => line.split(',').length)).size).toBe(1);
    expect(lines).toHaveLength(1 + 100);
  });

  it('gives the last convolution a bias where that is asked for', async () => {
    const { out } = await lcnet('summary', '--last-conv-bias', '1', '--json');
    expect((JSON.parse(out) as { totals: object }).totals).toMatchObject({ params: 2953800 });
    const refused = await lcnet('summary', '--family', 'mobilenetv1', '--last-conv-bias', '1');
    expect(refused.status).toBe(2);
    expect(refused.err.trim()).toBe('--last-conv-bias 1: MobileNetV1 has no such setting');
  });

  it('counts the Keras variant by its preset', async () => {
    const { out } = await lcnet('summary', '--preset', 'keras', '--markdown');
    expect(out).toContain('| paramsWithStatistics | 1,704,241 |');
  });
});

describe('lcnet diagram', () => {
  it('writes the very bytes that the page exports', async () => {
    const file = join(folder, 'x0.5.svg');
    const { status, out } = await lcnet('diagram', '--scale', '0.5', '--layout', 'flow', '--out', file);
    expect({ status, out }).toEqual({ status: 0, out: '' });
    expect(readFileSync(file, 'utf8')).toBe(figureSvg(requestFor({ scale: 0.5 }, { mode: 'flow' })));
  });

  it('writes PNG', async () => {
    const file = join(folder, 'x1.png');
    await lcnet('diagram', '--out', file);
    expect(readFileSync(file).subarray(1, 4).toString()).toBe('PNG');
  });

  it('writes PDF and TikZ by the ending of the name', async () => {
    const files = ['x1.pdf', 'x1.tex'].map((name) => join(folder, name));
    await Promise.all(files.map((file) => lcnet('diagram', '--out', file)));
    const [pdf, tikz] = files.map((file) => readFileSync(file, 'latin1'));
    expect(pdf).toMatch(/^%PDF-1\.7\n/);
    expect(tikz).toContain('\\begin{tikzpicture}');
  });
});

describe('lcnet table and report', () => {
  it('print the stage table in every format', async () => {
    const [markdown, latex, csv] = await Promise.all(
      ['markdown', 'latex', 'csv'].map((format) => lcnet('table', '--scale', '0.5', '--format', format)),
    );
    expect(markdown?.out).toContain('| **Total** |');
    expect(latex?.out).toContain('\\bottomrule');
    expect(csv?.out.trim().split('\n')).toHaveLength(1 + 17);
  });

  it('write one HTML file', async () => {
    const file = join(folder, 'report.html');
    expect(await lcnet('report', '--out', file)).toEqual({ status: 0, out: '', err: '' });
    expect(readFileSync(file, 'utf8')).toContain('<title>PP-LCNet ×1</title>');
  });
});

describe('lcnet bench', () => {
  const small = ['bench', '--resolution', '32', '--last-conv', '16'];

  it('measures widths of a network together, and the page can read it', async () => {
    const { out, err, status } = await lcnet(
      ...small,
      '--scales',
      '0.1,0.25',
      '--max-seconds',
      '1',
      '--json',
    );
    expect(status).toBe(0);
    expect(err).toMatch(/^prepare 1 of 2\n/);
    const { fields, problems } = readMeasurements(out);
    expect(problems).toEqual([]);
    expect(fields[0]).toMatchObject({ device: { id: 'simd', threads: 1 }, precision: 0.03, seed: 1 });
    expect(fields[0]?.networks.map(({ key }) => key)).toEqual([
      'family=pplcnet&scale=0.1&resolution=32&last-conv=16',
      'family=pplcnet&scale=0.25&resolution=32&last-conv=16',
    ]);
    expect(fields[0]?.networks.every(({ runs, samplesMs }) => runs > 0 && samplesMs?.length === runs)).toBe(
      true,
    );
  });

  it('takes networks by their keys, and writes CSV to a file', async () => {
    const file = join(folder, 'field.csv');
    const keys = 'family=pplcnet&scale=0.1&resolution=32,family=pplcnet&scale=0.1&resolution=32x48';
    const { out } = await lcnet('bench', '--networks', keys, '--max-seconds', '0', '--csv', '--out', file);
    expect(out).toBe('');
    expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(3);
  });

  it('stopped by Ctrl-C gives what it has', async () => {
    const args = [...small, '--scales', '0.1', '--precision', '0', '--max-seconds', '60', '--json'];
    const child = spawn(process.execPath, ['bin/lcnet.js', ...args]);
    let out = '';
    child.stdout.on('data', (text: Buffer) => (out += text.toString()));
    child.stderr.once('data', () => setTimeout(() => child.kill('SIGINT'), 1500));
    await new Promise((resolve) => child.on('close', resolve));
    expect(readMeasurements(out).fields[0]).toMatchObject({ stoppedBy: 'user' });
  });
});

describe('bad input', () => {
  it.each([
    [['summary', '--kernels', '333'], '--kernels 333: 13 digits expected, one per block, got 3'],
    [['summary', '--scale', '-1'], '--scale -1: a number from 0.1 to 4 expected'],
    [['summary', '--scale'], '--scale: a value expected'],
    [['summary', '--json', '--csv'], '--json --csv: only one of --json, --csv, --markdown expected'],
    [
      ['summary', '--config', 'nowhere.json'],
      '--config nowhere.json: cannot be read, a JSON file with settings of a network expected',
    ],
    [['diagram', '--out', 'x.gif'], '--out x.gif: a name that ends in .svg, .pdf, .tex, .png expected'],
    [['report', '--out', 'x.pdf'], '--out x.pdf: a name that ends in .html expected'],
    [['table', '--format', 'word'], '--format word: one of markdown, latex, csv expected'],
    [['diagram', '--level', 'atoms'], '--level atoms: one of blocks, stages, layers expected'],
    [['bench', '--scales', '0.5,9'], '--scales 9: a number from 0.1 to 4 expected'],
    [['bench', '--seed', '0.5'], '--seed 0.5: a whole number from 0 to 2147483648 expected'],
    [
      ['bench', '--networks', 'few'],
      '--networks few: all, published, paper or keys such as family=pplcnet&scale=0.5 expected',
    ],
    [['bench', '--networks', 'all', '--scale', '1'], '--networks --scale: only one of the two expected'],
    [
      ['draw'],
      'draw: one of summary, table, diagram, report, compare, bench, evaluate, families, import, export, infer, forward expected',
    ],
  ])('%j is refused with status 2 and one line', async (args, line) => {
    expect(await lcnet(...args)).toEqual({ status: 2, out: '', err: `${line}\n` });
  });
});
