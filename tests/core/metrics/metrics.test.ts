// Metrics: FLOPs under each tool's convention, liveness, receptive field, and the arithmetic shown for every number.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../src/lib/core/analyze.ts';
import { FAMILIES } from '../../../src/lib/core/families/index.ts';
import { METRICS } from '../../../src/lib/core/metrics/index.ts';
import { anyNetwork } from '../anyConfig.ts';

const { pplcnet } = FAMILIES;
const analysis = analyze(pplcnet.build(pplcnet.defaults), METRICS);
const columnAt = (name: string, id: (typeof METRICS)[number]['id']) =>
  analysis.columns[id][analysis.graph.nodes.findIndex((node) => node.name === name)];

describe('FLOPs of x1.0 at 224', () => {
  it.each([
    ['paddle', 160808128],
    ['paddle2024', 160744128],
    ['fvcore', 160805888],
    ['fvcoreMeanPool', 160743168],
    ['thop', 165849856],
    ['ptflops', 160808040],
    ['ptflopsAten', 155702440],
    ['torchinfo', 155713384],
    ['macs2x', 311400960],
  ] as const)('%s counts %i', (convention, count) => {
    expect(analysis.totals[`flops.${convention}`]).toBe(count);
  });
});

describe('memory', () => {
  it('counts activations as timm and fvcore do: outputs of convolutions and linear layers', () => {
    const batchNormed = 2521344;
    const squeezeExcite = 64 + 256 + 128 + 512;
    expect(analysis.totals.activationElements).toBe(batchNormed + squeezeExcite + 1280 + 1000);
  });

  it('peaks in block 1, where 112×112×16 goes in and 112×112×32 comes out', () => {
    expect(analysis.totals.peakActivationBytes).toBe(4 * 112 * 112 * (16 + 32));
    expect(columnAt('blocks2.0.pw_conv.conv', 'peakActivationBytes')).toBe(4 * 112 * 112 * (16 + 32));
  });

  it('keeps the depthwise output alive while its SE gate is computed', () => {
    expect(columnAt('blocks6.1.se.conv2', 'peakActivationBytes')).toBe(4 * (7 * 7 * 512 + 128 + 512));
  });
});

describe('receptive field', () => {
  it('follows r + (k − 1)·j through the first layers', () => {
    expect(columnAt('conv1.conv', 'receptiveField')).toBe(3);
    expect(columnAt('blocks2.0.dw_conv.conv', 'receptiveField')).toBe(7);
    expect(columnAt('blocks3.0.dw_conv.conv', 'receptiveField')).toBe(11);
    expect(columnAt('blocks3.1.dw_conv.conv', 'receptiveField')).toBe(19);
  });
});

/** Evaluates arithmetic as the page prints it. */
function evaluate(numbers: string): number {
  const product = (text: string) => text.split('·').reduce((value, factor) => value * factorValue(factor), 1);
  const factorValue = (text: string): number => {
    const difference = /^\((\d+) − (\d+)\)$/.exec(text);
    return difference ? Number(difference[1]) - Number(difference[2]) : Number(text);
  };
  const sum = (text: string): number => text.split(' + ').reduce((value, part) => value + product(part), 0);
  const ratio = /^(.+) \/ \((\d+)·\((.+)\)\)$/.exec(numbers);
  return ratio ? sum(ratio[1] ?? '') / (Number(ratio[2]) * sum(ratio[3] ?? '')) : sum(numbers);
}

describe('the arithmetic shown for a number', () => {
  it('evaluates to that number, for every metric, layer and network', () => {
    fc.assert(
      fc.property(anyNetwork, (config) => {
        const { graph, columns } = analyze(FAMILIES[config.family].build(config), METRICS);
        for (const metric of METRICS)
          graph.nodes.forEach((node, i) => {
            const { numbers } = metric.formula(graph, i);
            expect(evaluate(numbers), `${metric.id} of ${node.name}: ${numbers}`).toBeCloseTo(
              columns[metric.id][i] ?? NaN,
              6,
            );
          });
      }),
      { numRuns: 15, seed: 1 },
    );
  });
});

describe('roll-ups', () => {
  it('of all blocks add up to the total, for every additive metric', () => {
    const { graph, totals, rollUp } = analysis;
    for (const id of ['params', 'macs', 'flops.paddle', 'weightBytes', 'activationBytes'] as const)
      expect(graph.blocks.reduce((total, block) => total + rollUp(id, block), 0)).toBe(totals[id]);
  });
});
