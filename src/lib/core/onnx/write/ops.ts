// How each op of the IR is written in ONNX: channels before height and width, weights in their official layouts.
import type { Node, OpKind } from '../../graph/ir.ts';
import type { Filters } from '../../weights/fold.ts';
import type { NamedTensor } from '../../weights/tensors.ts';
import { windowPads } from '../windowPads.ts';
import { ACTIVATIONS } from './activations.ts';
import { float, int, ints } from './attributes.ts';
import type { Draft, Value } from './draft.ts';

export interface Call<K extends OpKind> {
  readonly draft: Draft;
  readonly node: Node<K>;
  readonly input: Value;
  readonly others: readonly Value[];
  /** Name of what the node gives. */
  readonly output: string;
  /** The node's tensor of that name: `weight`, `_mean` … */
  readonly tensor: (suffix: string) => NamedTensor;
  /** Of a convolution that has taken in the batch norm behind it. */
  readonly folded: Filters | undefined;
  /** Of a batch norm that its convolution has taken in. */
  readonly isFolded: boolean;
}

/** Kernel, strides and pads of a convolution or a pool. */
const windowOf = (node: Node<'conv' | 'maxPool'>) => [
  ints('kernel_shape', node.op.kernel),
  ints('strides', node.op.stride),
  ints('pads', windowPads(node)),
];

const plain =
  (op: string) =>
  ({ draft, node: { name }, input, others, output }: Call<OpKind>): Value => {
    draft.node({ op, name, inputs: [input, ...others].map((value) => value.name), output });
    return { name: output, rank: input.rank };
  };

const flat = (draft: Draft, input: Value, name: string, output = name): Value => ({
  name: draft.node({ op: 'Flatten', name, inputs: [input.name], output, attributes: [int('axis', 1)] }),
  rank: 2,
});

export const OPS: { readonly [K in OpKind]: (call: Call<K>) => Value } = {
  input: ({ output }) => ({ name: output, rank: 4 }),
  conv: ({ draft, node, input, output, tensor, folded }) => {
    const { name, op } = node;
    const { weight, bias } = folded ?? {
      weight: tensor('weight'),
      bias: op.bias ? tensor('bias') : undefined,
    };
    const prefix = folded ? `${name}.folded` : name;
    const inputs = [input.name, draft.tensor(`${prefix}.weight`, weight)];
    if (bias) inputs.push(draft.tensor(`${prefix}.bias`, bias));
    const attributes = [...windowOf(node), int('group', op.groups)];
    return { name: draft.node({ op: 'Conv', name, inputs, output, attributes }), rank: 4 };
  },
  batchNorm: ({ draft, node: { name, op }, input, output, tensor, isFolded }) => {
    if (isFolded) return input;
    const tensors = ['weight', 'bias', '_mean', '_variance'].map((suffix) =>
      draft.tensor(`${name}.${suffix}`, tensor(suffix)),
    );
    const inputs = [input.name, ...tensors];
    const attributes = [float('epsilon', op.epsilon)];
    return {
      name: draft.node({ op: 'BatchNormalization', name, inputs, output, attributes }),
      rank: input.rank,
    };
  },
  activation: ({ draft, node: { name, op }, input, output, tensor }) => {
    ACTIVATIONS[op.function]({ draft, input, name, output, slope: op.slope ?? 0, tensor });
    return { name: output, rank: input.rank };
  },
  globalPool: plain('GlobalAveragePool'),
  maxPool: ({ draft, node, input, output }) => {
    const inputs = [input.name];
    draft.node({ op: 'MaxPool', name: node.name, inputs, output, attributes: windowOf(node) });
    return { name: output, rank: 4 };
  },
  multiply: (call) => {
    const { draft, node, others } = call;
    const [gate] = others as readonly [Value];
    if (gate.rank === 4) return plain('Mul')(call);
    // a gate out of linear layers has lost height and width
    const axes = draft.integers(`${node.name}.axes`, [2, 3]);
    const raised = draft.node({ op: 'Unsqueeze', name: `${node.name}/gate`, inputs: [gate.name, axes] });
    return plain('Mul')({ ...call, others: [{ name: raised, rank: 4 }] });
  },
  add: plain('Add'),
  concat: ({ draft, node: { name }, input, others, output }) => {
    const inputs = [input, ...others].map((value) => value.name);
    draft.node({ op: 'Concat', name, inputs, output, attributes: [int('axis', 1)] });
    return { name: output, rank: input.rank };
  },
  slice: ({ draft, node: { name, op }, input, output }) => {
    const inputs = [
      input.name,
      draft.integers(`${name}.starts`, [op.from]),
      draft.integers(`${name}.ends`, [op.from + op.count]),
      draft.integers(`${name}.axes`, [1]),
    ];
    return { name: draft.node({ op: 'Slice', name, inputs, output }), rank: input.rank };
  },
  shuffle: ({ draft, node, input, output }) => {
    const { name, op, shape } = node;
    const [height, width, channels] = shape;
    // a 0 keeps the size that is there: the batch may be symbolic
    const split = draft.integers(`${name}.split`, [0, op.groups, channels / op.groups, height, width]);
    const merged = draft.integers(`${name}.merged`, [0, channels, height, width]);
    const groups = draft.node({ op: 'Reshape', name: `${name}/split`, inputs: [input.name, split] });
    const turned = draft.node({
      op: 'Transpose',
      name: `${name}/transpose`,
      inputs: [groups],
      attributes: [ints('perm', [0, 2, 1, 3, 4])],
    });
    return { name: draft.node({ op: 'Reshape', name, inputs: [turned, merged], output }), rank: 4 };
  },
  // As a product of its own, so that the classifier behind it stays the official tensor and the file says what is done.
  dropout: ({ draft, node: { name, op }, input, output }) => {
    if (op.mode === 'inverted' || op.rate === 0) return input;
    const inputs = [input.name, draft.scalar(1 - op.rate)];
    return { name: draft.node({ op: 'Mul', name, inputs, output }), rank: input.rank };
  },
  flatten: ({ draft, node: { name }, input, output }) => flat(draft, input, name, output),
  linear: ({ draft, node: { name }, input, output, tensor }) => {
    const { name: vector } = input.rank === 2 ? input : flat(draft, input, `${name}/flatten`);
    const inputs = [
      vector,
      ...['weight', 'bias'].map((suffix) => draft.tensor(`${name}.${suffix}`, tensor(suffix))),
    ];
    return { name: draft.node({ op: 'Gemm', name, inputs, output }), rank: 2 };
  },
};
