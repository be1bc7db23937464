// The plan: what is fused, and when values are let go.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FAMILIES } from '../../src/lib/core/families/index.ts';
import { groupsOf, makePlan } from '../../src/lib/engines/plan.ts';
import { anyNetwork } from '../core/anyConfig.ts';

const { defaults, build } = FAMILIES.pplcnet;
const graph = build(defaults);
const steps = makePlan(graph);
const nodesOf = (name: string) =>
  steps.find((step) => step.nodes.some((node) => node.name === name))?.nodes.map((node) => node.name);

describe('fusing', () => {
  test('joins convolution, batch norm and activation', () => {
    expect(nodesOf('conv1.conv')).toEqual(['conv1.conv', 'conv1.bn', 'conv1.act']);
  });

  test('joins the convolutions of SE with their activations, and leaves the product alone', () => {
    expect(nodesOf('blocks6.0.se.conv2')).toEqual(['blocks6.0.se.conv2', 'blocks6.0.se.hardsigmoid']);
    expect(nodesOf('blocks6.0.se.mul')).toEqual(['blocks6.0.se.mul']);
  });

  test('joins dropout and flatten with the classifier, whose weights take the factor over', () => {
    expect(nodesOf('fc')).toEqual(['dropout', 'flatten', 'fc']);
    expect(steps.at(-1)?.scale).toBeCloseTo(0.8, 12);
  });

  test('leaves the activation before SE to the depthwise convolution, though two layers read it', () => {
    expect(nodesOf('blocks6.0.dw_conv.conv')?.at(-1)).toBe('blocks6.0.dw_conv.act');
  });
});

test('every node is in one group, inputs are computed before they are read, and freed once', () => {
  fc.assert(
    fc.property(anyNetwork, (config) => {
      const any = FAMILIES[config.family].build(config);
      const plan = makePlan(any);
      expect(groupsOf(any, plan).flat().sort()).toEqual(any.nodes.map(({ name }) => name).sort());
      const live = new Set([any.nodes[0]?.name]);
      for (const { name, inputs, frees } of plan) {
        expect(inputs.every((input) => live.has(input))).toBe(true);
        live.add(name);
        for (const freed of frees) expect(live.delete(freed)).toBe(true);
      }
      expect([...live]).toEqual([any.nodes.at(-1)?.name]);
    }),
    { numRuns: 50 },
  );
});
