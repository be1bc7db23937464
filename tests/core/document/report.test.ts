// Reports: one file that needs nothing else, complete, and well-formed whatever it is about.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAMILY_IDS, type NetConfig } from '../../../src/lib/core/config/netConfig.ts';
import type { ReportMeasurement } from '../../../src/lib/core/document/report/measurements.ts';
import { reportHtml } from '../../../src/lib/core/document/report/report.ts';
import { FAMILIES } from '../../../src/lib/core/families/index.ts';
import { anyNetwork } from '../anyConfig.ts';

const config = FAMILIES.pplcnet.defaults;
const VOID = new Set(['meta', 'rect', 'path']);

function expectWellFormed(html: string): void {
  const open: string[] = [];
  const body = html.replace(/<!doctype html>|<style>[\s\S]*?<\/style>/g, '');
  for (const [, closes, name = '', closed] of body.matchAll(
    /<(\/?)([a-z]\w*)(?:\s[\w:-]+="[^"<]*")*(\/?)>/g,
  )) {
    if (closes) expect(open.pop()).toBe(name);
    else if (!closed && !VOID.has(name)) open.push(name);
  }
  expect(open).toEqual([]);
  expect(body.replace(/<\/?[a-z]\w*(?:\s[\w:-]+="[^"<]*")*\/?>/g, '')).not.toMatch(
    /[<>]|&(?!amp;|lt;|gt;|quot;)/,
  );
}

const measurement: ReportMeasurement = {
  device: {
    id: 'wasm',
    label: 'wasm, <1> thread',
    engine: 'tfjs',
    runtime: 'TensorFlow.js 4.22.0',
    threads: 1,
  },
  runs: 100,
  medianMs: 11.8,
  lowMs: 11.7,
  highMs: 12,
  p90Ms: 13.25,
};

describe('the report', () => {
  const html = reportHtml({ config });

  it('needs nothing but itself, and runs nothing', () => {
    expect(html).not.toMatch(/<script|<link|<img|<iframe|src=|url\(|@import|javascript:|\son\w+=/i);
  });

  it('has the counts that were published, with their conventions', () => {
    for (const text of [
      '2,952,520',
      '2,963,464',
      '155,700,480',
      '160,808,128',
      'paddle.flops',
      '71.32',
      '2.46',
    ])
      expect(html).toContain(text);
  });

  it('has every layer, every published source and every setting', () => {
    expect(html.match(/class="kind /g)).toHaveLength(100);
    expect(html).toContain('PaddleClas docs/en/models/PP-LCNet_en.md @ d178931fc, sec. 1.3.1');
    expect(html).toContain('<td>kernels</td><td class="wraps">3333335555555</td>');
  });

  it('is the same every time', () => {
    expect(reportHtml({ config })).toBe(html);
  });

  it('says of measurements how they came about, and has no such section without them', () => {
    expect(html).not.toContain('<h2>Measurements</h2>');
    const measured = reportHtml({ config, measurements: [measurement] });
    expect(measured).toContain('<td>wasm, &lt;1&gt; thread</td><td>tfjs, TensorFlow.js 4.22.0</td>');
    expect(measured).toContain('11.700 – 12.000');
  });

  it('links to its network where there is a page of it', () => {
    const address = 'https://example.org/app/';
    const link = (change: Partial<NetConfig>) => reportHtml({ config: { ...config, ...change }, address });
    expect(link({})).toContain('href="https://example.org/app/"');
    expect(link({ scale: 0.5, lastConv: 0 })).toContain(
      'href="https://example.org/app/?scale=0.5&amp;last-conv=0"',
    );
  });

  it('says so where nothing was published', () => {
    expect(reportHtml({ config: { ...config, scale: 0.6 } })).toContain(
      'Nothing was published of exactly this network.',
    );
  });
});

it.each(FAMILY_IDS)('the report of %s is well-formed', (family) => {
  expectWellFormed(reportHtml({ config: FAMILIES[family].defaults, measurements: [measurement] }));
});

it('the report of any network is well-formed', () => {
  fc.assert(
    fc.property(anyNetwork, (any) => {
      const html = reportHtml({ config: any });
      expectWellFormed(html);
      expect(html).not.toMatch(/undefined|NaN/);
    }),
    { numRuns: 10, seed: 5 },
  );
});
