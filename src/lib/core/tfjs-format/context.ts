// What the translation of one chain of layers gets.
import { tensorOf, type NamedTensor, type NamedTensors } from '../weights/tensors.ts';
import type { Node } from '../graph/ir.ts';
import type { Chain } from './chains.ts';
import type { GraphDefWriter } from './graphDefWriter.ts';

export interface Context {
  readonly writer: GraphDefWriter;
  readonly weights: NamedTensors;
  readonly chain: Chain;
  /** Names of the operations that the chain reads, and of the one that it gives. */
  readonly inputs: readonly string[];
  readonly name: string;
  /** Whether the first input is a matrix, batch × values, and not an image. */
  readonly isFlat: boolean;
}

export const firstInput = ({ inputs: [input = ''] }: Context): string => input;

export const named = ({ weights }: Context, node: Node, suffix: string): NamedTensor =>
  tensorOf(weights, `${node.name}.${suffix}`);
