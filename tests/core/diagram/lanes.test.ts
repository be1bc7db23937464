// Where layers of an opened block stand, for the joins that families use: gates, shortcuts, parallel branches.
import { describe, expect, it } from 'vitest';
import { GraphBuilder, type Tensor } from '../../../src/lib/core/graph/builder.ts';
import { squeezeExcite } from '../../../src/lib/core/graph/blocks.ts';
import type { Node } from '../../../src/lib/core/graph/ir.ts';
import { FAMILIES } from '../../../src/lib/core/families/index.ts';
import { hasArch, lanesOf, wiresOf } from '../../../src/lib/core/diagram/lanes.ts';

const ACT = { kind: 'activation', function: 'relu' } as const;

/** Layers of one block that `build` makes out of the block's input. */
function layers(build: (net: GraphBuilder, input: Tensor) => void): readonly Node[] {
  const net = new GraphBuilder();
  const input = net.input([8, 8, 4]);
  net.stage('body', 'body', () => {
    net.block('block', () => build(net, input));
  });
  return net.finish().nodes.slice(1);
}

/** The same layers with other inputs for one of them: what it computes does not matter to where it stands. */
const joined = (nodes: readonly Node[], name: string, inputs: readonly string[]): readonly Node[] =>
  nodes.map((node) => (node.name === name ? { ...node, inputs } : node));

const archesOver = (nodes: readonly Node[]): boolean => {
  const wires = wiresOf(nodes);
  return hasArch(wires, lanesOf(wires));
};

const chain = (...names: readonly string[]) =>
  layers((net, input) => {
    names.reduce((before, name) => net.add(name, ACT, before), input);
  });

describe('lanes', () => {
  it('a chain stands in one lane, column after column', () => {
    expect(lanesOf(wiresOf(chain('a', 'b', 'c')))).toEqual([0, 1, 2].map((column) => ({ column, lane: 0 })));
  });

  it('a gate stands below the tensor that it scales', () => {
    const nodes = layers((net, input) => {
      const x = net.add('x', ACT, input);
      squeezeExcite(net, x, { name: 'se', reduction: 2, gate: 'relu6' });
    });
    expect(lanesOf(wiresOf(nodes)).map(({ lane }) => lane)).toEqual([0, 1, 1, 1, 1, 1, 0]);
    expect(lanesOf(wiresOf(nodes)).map(({ column }) => column)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(archesOver(nodes)).toBe(false);
  });

  it('a shortcut over layers of its own lane passes above them', () => {
    const nodes = joined(chain('a', 'b', 'c', 'sum'), 'sum', ['c', 'a']);
    expect(lanesOf(wiresOf(nodes)).map(({ lane }) => lane)).toEqual([0, 0, 0, 0]);
    expect(archesOver(nodes)).toBe(true);
  });

  it("so does a shortcut from the block's own input", () => {
    const nodes = joined(chain('a', 'b', 'sum'), 'sum', ['b', 'input']);
    expect(archesOver(nodes)).toBe(true);
  });

  it('branches one after the other share a lane, and a long one passes below them', () => {
    const { ghostnet } = FAMILIES;
    const graph = ghostnet.build(ghostnet.defaults);
    const block = graph.blocks.find(({ number }) => number === 4);
    const nodes = graph.nodes.slice(block?.start, block?.end);
    const places = lanesOf(wiresOf(nodes));
    const laneOf = (part: string) => places[nodes.findIndex(({ name }) => name.includes(part))]?.lane;
    expect(['ghost_module_1.cheap', 'se_block.squeeze', 'ghost_module_2.cheap'].map(laneOf)).toEqual([
      1, 1, 1,
    ]);
    expect(laneOf('shortcut_conv')).toBe(2);
    expect(laneOf('primary')).toBe(0);
  });

  it('parallel branches stand in lanes of their own', () => {
    const nodes = layers((net, input) => {
      const left = net.add('left', ACT, input);
      net.add('right', ACT, input);
      net.add('join', ACT, left);
    });
    expect(lanesOf(wiresOf(joined(nodes, 'join', ['left', 'right']))).map(({ lane }) => lane)).toEqual([
      0, 1, 0,
    ]);
  });
});
