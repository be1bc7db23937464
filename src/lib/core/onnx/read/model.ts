// A parsed ONNX file: nodes in the order in which they run, constants by name, inputs and outputs.
import type { NamedTensor, NamedTensors } from '../../weights/tensors.ts';

/** A number that is fixed, a symbol such as `N`, or nothing known. */
export type OnnxDimension = number | string | undefined;

export interface OnnxValue {
  readonly name: string;
  /** Undefined where the file does not even say how many dimensions there are. */
  readonly shape: readonly OnnxDimension[] | undefined;
}

export type OnnxAttribute = number | string | readonly number[] | NamedTensor;

export interface OnnxNode {
  /** As in the file, else after its first output. */
  readonly name: string;
  readonly op: string;
  /** Empty for ONNX's own operators. */
  readonly domain: string;
  /** Empty names stand for inputs left out. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: ReadonlyMap<string, OnnxAttribute>;
}

export interface OnnxModel {
  readonly irVersion: number;
  /** Version of ONNX's own operators. */
  readonly opset: number;
  readonly producer: { readonly name: string; readonly version: string };
  readonly metadata: ReadonlyMap<string, string>;
  /** Without initializers, which old files list here, too. */
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  /** Without Constant nodes. Each reads only what stands before it. */
  readonly nodes: readonly OnnxNode[];
  /** Initializers and Constant nodes, in single precision; whole numbers (shapes, axes) too, exact up to 2²⁴. */
  readonly constants: NamedTensors;
}

export const describeNode = ({ name, op }: Pick<OnnxNode, 'name' | 'op'>): string => `node ${name} (${op})`;
