// Terms: a count as a sum of named products, so that the number and the arithmetic shown for it are one and the same thing.
import type { Graph, Node } from '../graph/ir.ts';
import { ofLastGraph } from '../graph/ofLastGraph.ts';
import { perNode, sum } from './metric.ts';

export interface Term {
  /** In the field's symbols: `k·k·C·H·W`. */
  readonly symbols: string;
  readonly factors: readonly number[];
}

/** The same arithmetic twice: with symbols, and with this layer's numbers. */
export interface Formula {
  readonly symbols: string;
  readonly numbers: string;
}

export const NOTHING: readonly Term[] = [];

export const term = (symbols: string, ...factors: readonly number[]): Term => ({ symbols, factors });

/** Every term multiplied by one more factor in front, unless that is 1: bytes per element, 2 operations per MAC. */
const times = (factor: number, terms: readonly Term[]): readonly Term[] =>
  factor === 1
    ? terms
    : terms.map(({ symbols, factors }) => ({
        symbols: `${factor}·${symbols}`,
        factors: [factor, ...factors],
      }));

const product = (factors: readonly number[]): number => {
  let result = 1;
  for (const factor of factors) result *= factor;
  return result;
};

export function valueOf(terms: readonly Term[]): number {
  let total = 0;
  for (const { factors } of terms) total += product(factors);
  return total;
}

export function spell(terms: readonly Term[]): Formula {
  if (terms.length === 0) return { symbols: '0', numbers: '0' };
  return {
    symbols: terms.map(({ symbols }) => symbols).join(' + '),
    numbers: terms.map(({ factors }) => factors.join('·')).join(' + '),
  };
}

/** Value of a node's terms. */
type Value = (node: Node, index: number, graph: Graph) => number;

/**
 * The parts of a metric that adds up terms of single layers. Its column is shared by all who count with it.
 * @param value where another column already holds most of it
 */
export const counted = (
  terms: (node: Node) => readonly Term[],
  value: Value = (node) => valueOf(terms(node)),
) => ({
  terms,
  perLayer: ofLastGraph(perNode(value)),
  combine: sum,
  formula: ({ nodes }: Graph, index: number): Formula => {
    const node = nodes[index];
    return spell(node ? terms(node) : NOTHING);
  },
});

export type Counted = ReturnType<typeof counted>;

/** Counts of other metrics, each so many times: bytes per element, 2 operations per MAC. */
export type Weights = readonly (readonly [count: Counted, factor: number])[];

export const weighted = (parts: (node: Node) => Weights) => ({
  perLayer: perNode((node, i, graph) => {
    let value = 0;
    for (const part of parts(node)) value += part[1] * (part[0].perLayer(graph)[i] ?? 0);
    return value;
  }),
  combine: sum,
  formula: ({ nodes }: Graph, index: number): Formula => {
    const node = nodes[index];
    const all = node ? parts(node).flatMap(([{ terms }, factor]) => times(factor, terms(node))) : NOTHING;
    return spell(all);
  },
});
