// An ONNX graph as data flow: who reads what, once everything that only moves data about is taken away.
import type { NamedTensors } from '../../weights/tensors.ts';
import { OnnxError } from '../onnxError.ts';
import { describeNode, type OnnxAttribute, type OnnxNode } from '../read/model.ts';

export type Layout = 'NCHW' | 'NHWC';

/** What is known of a value: where its channels stand, and whether each image has one position left. */
export interface Fact {
  readonly layout: Layout;
  readonly isPooled: boolean;
}

/** A node that computes; its inputs are named after what they are equal to. */
export interface Step {
  readonly name: string;
  readonly op: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes: ReadonlyMap<string, OnnxAttribute>;
  /** Of the values as the node itself is given them. */
  readonly reads: Fact;
}

export interface Dataflow {
  readonly input: string;
  readonly inputLayout: Layout;
  readonly output: string;
  readonly constants: NamedTensors;
  /** The steps that read a value, in the order in which they run; only those on which the output depends. */
  readonly readersOf: (value: string) => readonly Step[];
}

/** Says what stands where something else should. */
export function refuse(
  step: Pick<OnnxNode, 'name' | 'op'>,
  expected: string,
  found: string = step.op,
): never {
  throw new OnnxError({ where: describeNode(step), expected, found });
}

export const numberOf = (
  { attributes }: Pick<Step, 'attributes'>,
  name: string,
  fallback: number,
): number => {
  const value = attributes.get(name);
  return typeof value === 'number' ? value : fallback;
};

export const numbersOf = (
  { attributes }: Pick<Step, 'attributes'>,
  name: string,
): readonly number[] | undefined => {
  const value = attributes.get(name);
  return typeof value === 'object' && !('data' in value) ? value : undefined;
};

/** The step that reads a value, which must be the only one. */
export function onlyReader(flow: Dataflow, value: string, expected: string): Step {
  const [step, other] = flow.readersOf(value);
  if (!step) throw new OnnxError({ where: `value ${value}`, expected, found: 'the end of the network' });
  if (other) refuse(step, `${expected} alone`, `${step.op} beside ${other.op} (${other.name})`);
  return step;
}
