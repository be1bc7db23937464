// Weights in and networks out on the command line: what one command writes, another reads; bad files are one line.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { readSafetensors } from '../../src/lib/core/weights/safetensors.ts';
import { writeSafetensors } from '../../src/lib/core/weights/writeSafetensors.ts';
import { lcnet } from './lcnet.ts';

const folder = mkdtempSync(join(tmpdir(), 'lcnet-interchange-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const fixture = (name: string) => `tests/fixtures/interop/${name}`;
const TIMM = fixture('lcnet_035.safetensors');

const golden = JSON.parse(readFileSync(fixture('logits.json'), 'utf8')) as {
  readonly size: number;
  readonly logits: Readonly<Record<string, readonly number[]>>;
};

/** The picture of tests/interop/make_weights.py, channels first. */
function writeInput(size: number): string {
  const data = Float32Array.from({ length: 3 * size * size }, (_, i) => {
    const [c, position] = [Math.floor(i / (size * size)), i % (size * size)];
    return Math.sin(0.37 * Math.floor(position / size) + 0.61 * (position % size) + 1.7 * c);
  });
  const path = join(folder, `input-${size}.safetensors`);
  const tensors = new Map([['input', { shape: [1, 3, size, size], data }]]);
  writeFileSync(path, writeSafetensors({ tensors, metadata: {} }));
  return path;
}

async function logits(...weights: readonly string[]): Promise<readonly number[]> {
  const out = join(folder, 'output.safetensors');
  const { err } = await lcnet('forward', ...weights, '--input', writeInput(golden.size), '--out', out);
  expect(err).toBe('');
  const { tensors } = readSafetensors(Uint8Array.from(readFileSync(out)));
  return [...(tensors.get('output')?.data ?? [])];
}

describe('weights of others', () => {
  it('are told apart by import', async () => {
    const { out } = await lcnet('import', TIMM, '--json');
    expect(JSON.parse(out)).toMatchObject({
      format: 'safetensors',
      naming: 'timm',
      config: { family: 'pplcnet', scale: '0.35', classes: '7', 'last-conv-bias': '1' },
      recipe: { resize: 'pillow-bicubic' },
    });
  });

  it.each(['lcnet_035.safetensors', 'pplcnet_x0_25.pdparams'])('%s gives its logits', async (file) => {
    const found = await logits('--weights', fixture(file));
    const expected = golden.logits[file] ?? [];
    expect(found).toHaveLength(expected.length);
    for (const [i, value] of found.entries())
      expect(Math.abs(value - (expected[i] ?? NaN))).toBeLessThan(1e-4);
  });

  it('leave as ONNX and come back with the same logits', async () => {
    const file = join(folder, 'timm.onnx');
    const { err } = await lcnet(
      'export',
      '--format',
      'onnx',
      '--weights',
      TIMM,
      '--out',
      file,
      '--batch',
      'N',
    );
    expect(err).toBe('');
    const [before, after] = [await logits('--weights', TIMM), await logits('--weights', file)];
    for (const [i, value] of after.entries()) expect(Math.abs(value - (before[i] ?? NaN))).toBeLessThan(1e-4);
  });
});

test('trained weights leave as a file and are as good as before', async () => {
  const file = join(folder, 'trained.safetensors');
  const network = ['--task', 'fashion-mnist', '--scale', '0.25'];
  await lcnet('export', '--format', 'safetensors', '--weights', 'trained', ...network, '--out', file);
  const top1 = async (...args: readonly string[]) =>
    (JSON.parse((await lcnet('evaluate', ...args, '--images', '200', '--json')).out) as { top1: number })
      .top1;
  expect(await top1('--weights', file)).toBe(await top1(...network));
});

test('infer names the likeliest classes of a picture', async () => {
  const { out } = await lcnet('infer', 'static/samples/cat.png', '--scale', '0.25', '--top', '3', '--json');
  const { classes } = JSON.parse(out) as { classes: readonly { name: string; probability: number }[] };
  expect(classes).toHaveLength(3);
  expect(classes.every(({ name, probability }) => name !== '' && probability > 0 && probability < 1)).toBe(
    true,
  );
});

test.each([
  ['pytorch', 'class PPLCNet'],
  ['keras', 'keras.Input'],
  ['markdown', '| Block |'],
  ['tikz', '\\begin{tikzpicture}'],
  ['html', '<!doctype html>'],
  ['json', '"family": "pplcnet"'],
])('export --format %s prints text', async (format, part) => {
  const { out, err } = await lcnet('export', '--format', format, '--scale', '0.5');
  expect(err).toBe('');
  expect(out).toContain(part);
});

test.each([
  [['import', 'package.json'], 'FILE package.json: package.json is a text (it begins with 7b 0a 20 20 22'],
  [['import', 'missing.onnx'], 'FILE missing.onnx: cannot be read (ENOENT), a file expected'],
  [['import'], 'import: one FILE expected, got 0'],
  [['export', '--format', 'onnx'], '--out: a file expected'],
  [['export', '--format', 'pdf'], '--out: a file expected, for --format pdf is no text'],
  [['export', '--format', 'h5'], '--format h5: one of onnx, safetensors, tfjs, pytorch'],
  [
    ['export', '--format', 'tfjs', '--batch', '2', '--out', 'x'],
    '--batch: only --format onnx has it, got tfjs',
  ],
  [
    ['export', '--format', 'onnx', '--weights', TIMM, '--classes', '9', '--out', 'x'],
    'fc.weight: [1280, 9] expected',
  ],
  [['forward', '--seed', '1', '--weights', TIMM, '--input', 'x', '--out', 'y'], '--input x: cannot be read'],
  [
    ['evaluate', '--weights', TIMM],
    '--weights: test images come with this program for fashion-mnist alone: 28 × 28 pixels, 1 channel, 10 classes expected, got 224 × 224, 3, 7',
  ],
  [['export', '--format', 'svg', '--seed', '3'], '--seed: --format svg has no weights'],
  [
    ['export', '--format', 'tfjs', '--scale', '0.25', '--out', 'package.json'],
    '--out package.json: cannot be written',
  ],
  [['infer', 'package.json'], 'IMAGE package.json: a picture (PNG, JPEG, WebP, AVIF, GIF, TIFF) expected'],
])('%j is refused with status 2 and one line', async (args, message) => {
  const { status, out, err } = await lcnet(...args);
  expect(err).toContain(message);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect({ status, out }).toEqual({ status: 2, out: '' });
});
