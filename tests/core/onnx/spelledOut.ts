// Rewrites an exported file as converters from TensorFlow write: channels last, transposes, means, activations in elementary operations.
import {
  DATA_TYPE,
  type ModelMessage,
  type NodeMessage,
  type TensorMessage,
} from '../../../src/lib/core/onnx/schema.ts';

type Graph = NonNullable<ModelMessage['graph']>;

const scalar = (name: string, value: number): TensorMessage => ({
  name,
  dims: [],
  dataType: DATA_TYPE.float,
  floatData: [value],
});

const CONSTANTS: readonly TensorMessage[] = [
  scalar('three', 3),
  scalar('zero', 0),
  scalar('six', 6),
  scalar('sixth', 1 / 6),
];

const transpose = (name: string, input: string, output: string, perm: readonly number[]): NodeMessage => ({
  opType: 'Transpose',
  name,
  input: [input],
  output: [output],
  attribute: [{ name: 'perm', type: 7, ints: perm }],
});

type Rewrite = (
  node: NodeMessage,
  names: { readonly x: string; readonly y: string; readonly at: (part: string) => string },
) => readonly NodeMessage[];

const hardSigmoid = (x: string, y: string, at: (part: string) => string): readonly NodeMessage[] => [
  { opType: 'Add', name: at('add'), input: ['three', x], output: [at('add')] },
  { opType: 'Clip', name: at('clip'), input: [at('add'), 'zero', 'six'], output: [at('clip')] },
  { opType: 'Mul', name: at('sixth'), input: [at('clip'), 'sixth'], output: [y] },
];

const REWRITE: Readonly<Record<string, Rewrite>> = {
  HardSwish: (_node, { x, y, at }) => [
    ...hardSigmoid(x, at('gate'), at),
    { opType: 'Mul', name: at('mul'), input: [at('gate'), x], output: [y] },
  ],
  HardSigmoid: (_node, { x, y, at }) => hardSigmoid(x, y, at),
  GlobalAveragePool: (_node, { x, y, at }) => [
    transpose(at('last'), x, at('last'), [0, 2, 3, 1]),
    {
      opType: 'ReduceMean',
      name: at('mean'),
      input: [at('last')],
      output: [at('mean')],
      attribute: [{ name: 'axes', type: 7, ints: [1, 2] }, { name: 'keepdims', type: 2, i: 1 }], // prettier-ignore
    },
    transpose(at('first'), at('mean'), y, [0, 3, 1, 2]),
  ],
  Conv: (node, { x, at }) => [
    { opType: 'Identity', name: at('same'), input: [x], output: [at('same')] },
    { ...node, input: [at('same'), ...(node.input ?? []).slice(1)] },
  ],
};

export function spelledOut(model: ModelMessage): ModelMessage {
  const graph = model.graph as Graph;
  const nodes = (graph.node ?? []).flatMap((node): readonly NodeMessage[] => {
    const [x = '', y = ''] = [node.input?.[0], node.output?.[0]].map((name) =>
      name === 'input' ? 'image' : name,
    );
    const rewrite = REWRITE[node.opType ?? ''];
    return rewrite?.(node, { x, y, at: (part) => `${node.name ?? ''}/${part}` }) ?? [node];
  });
  const dim = [{ param: 'N' }, { value: 32 }, { value: 32 }, { value: 3 }];
  return {
    ...model,
    graph: {
      ...graph,
      node: [transpose('turn', 'input', 'image', [0, 3, 1, 2]), ...nodes],
      input: [{ name: 'input', type: { tensorType: { elemType: DATA_TYPE.float, shape: { dim } } } }],
      initializer: [...(graph.initializer ?? []), ...CONSTANTS],
    },
  };
}
