// Terms: a count as a sum of named products, so that the number and the arithmetic shown for it are one and the same thing.
import type { Node } from '../graph/ir.ts';
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

/** Every term multiplied by one more factor in front: bytes per element, 2 operations per MAC. */
export const times = (factor: number, terms: readonly Term[]): readonly Term[] =>
  terms.map(({ symbols, factors }) => ({ symbols: `${factor}·${symbols}`, factors: [factor, ...factors] }));

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

/** The parts of a metric that adds up terms of single layers. */
export const counted = (terms: (node: Node) => readonly Term[]) => ({
  perLayer: perNode((node) => valueOf(terms(node))),
  combine: sum,
  formula: ({ nodes }: { readonly nodes: readonly Node[] }, index: number): Formula => {
    const node = nodes[index];
    return spell(node ? terms(node) : NOTHING);
  },
});
