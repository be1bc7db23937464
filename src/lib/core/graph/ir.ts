// The intermediate representation: a network is a list of named nodes in the order in which they run.
import type { Activation, DropoutMode, Padding, Pair } from '../config/netConfig.ts';

/** Shape of one image's tensor, batch left out. Vectors are 1 × 1 × C. */
export type Shape = readonly [height: number, width: number, channels: number];

/** Every function a layer can apply; hard-sigmoid is clip(slope · x + 0.5, 0, 1), clip is clip(x, 0, 1). */
export type ActivationFunction = Activation | 'hardsigmoid' | 'clip';

interface Ops {
  input: { readonly shape: Shape };
  conv: {
    readonly outChannels: number;
    readonly kernel: Pair;
    readonly stride: Pair;
    readonly padding: Padding;
    readonly groups: number;
    readonly bias: boolean;
  };
  batchNorm: { readonly epsilon: number };
  activation: { readonly function: ActivationFunction; readonly slope?: number };
  globalPool: object;
  /** The largest value of each window; what lies outside the input does not count. */
  maxPool: { readonly kernel: Pair; readonly stride: Pair; readonly padding: Padding };
  /** Input 0 (H × W × C) times input 1 (1 × 1 × C). */
  multiply: object;
  /** Sum of two tensors of equal shape: where a shortcut joins. */
  add: object;
  /** All inputs one behind the other along the channels. */
  concat: object;
  /** `count` channels of the input from channel `from` on: one end of a channel split. */
  slice: { readonly from: number; readonly count: number };
  /** Channel shuffle (Zhang et al. 2018): channel g·C/groups + i goes to i·groups + g. */
  shuffle: { readonly groups: number };
  dropout: { readonly rate: number; readonly mode: DropoutMode };
  flatten: object;
  linear: { readonly outFeatures: number };
}

export type OpKind = keyof Ops;
export type OpOf<K extends OpKind> = { [P in K]: { readonly kind: P } & Ops[P] }[K];
export type Op = OpOf<OpKind>;

export interface Node<K extends OpKind = OpKind> {
  /** Unique; as in the official code, so that weights map by name: `blocks6.0.se.conv1`. */
  readonly name: string;
  readonly op: OpOf<K>;
  readonly inputs: readonly string[];
  readonly inputShapes: readonly Shape[];
  readonly shape: Shape;
  /** Stage, block, then units inside it: `['blocks6', 'blocks6.0', 'se']`. */
  readonly path: readonly [stage: string, block: string, ...units: string[]];
}

/** Where a stage stands in the network. Only body blocks are numbered for people. */
export type StageRole = 'input' | 'stem' | 'body' | 'head';

export interface Block {
  readonly id: string;
  readonly stage: string;
  readonly role: StageRole;
  /** 1 … n for blocks of the body, as people count them. */
  readonly number?: number;
  /** Range of the block's nodes in `Graph.nodes`: first, one past the last. */
  readonly start: number;
  readonly end: number;
}

export interface Stage {
  readonly id: string;
  readonly role: StageRole;
  readonly blocks: readonly Block[];
}

export interface Graph {
  /** In topological order: node 0 is the input, the last node the output (logits). */
  readonly nodes: readonly Node[];
  readonly stages: readonly Stage[];
  readonly blocks: readonly Block[];
}

export const isKind = <K extends OpKind>(node: Node, kind: K): node is Node<K> => node.op.kind === kind;
