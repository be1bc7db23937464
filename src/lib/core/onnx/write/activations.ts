// How each activation function is written in ONNX.
import type { ActivationFunction } from '../../graph/ir.ts';
import { LEAKY_SLOPE } from '../../reference/activations.ts';
import type { NamedTensor } from '../../weights/tensors.ts';
import { float } from './attributes.ts';
import type { Draft, Value } from './draft.ts';

interface Activation {
  readonly draft: Draft;
  readonly input: Value;
  /** Of the node, and of what it gives. */
  readonly name: string;
  readonly output: string;
  /** Of hard-sigmoid. */
  readonly slope: number;
  readonly tensor: (suffix: string) => NamedTensor;
}

const single =
  (
    op: string,
    attributes: (activation: Activation) => Parameters<Draft['node']>[0]['attributes'] = () => [],
  ) =>
  (activation: Activation): void => {
    const { draft, input, name, output } = activation;
    draft.node({ op, name, inputs: [input.name], output, attributes: attributes(activation) ?? [] });
  };

const clip =
  (low: number, high: number) =>
  ({ draft, input, name, output }: Activation): void => {
    draft.node({
      op: 'Clip',
      name,
      inputs: [input.name, draft.scalar(low), draft.scalar(high)],
      output,
    });
  };

export const ACTIVATIONS: { readonly [F in ActivationFunction]: (activation: Activation) => void } = {
  relu: single('Relu'),
  relu6: clip(0, 6),
  leakyrelu: single('LeakyRelu', () => [float('alpha', LEAKY_SLOPE)]),
  prelu: ({ draft, input, name, output, tensor }) => {
    const slope = tensor('weight');
    // channels come before height and width, so the slopes need two more dimensions there
    const slopes =
      input.rank === 2
        ? draft.tensor(`${name}.weight`, slope)
        : draft.tensor(`${name}.slope`, { shape: [...slope.shape, 1, 1], data: slope.data });
    draft.node({ op: 'PRelu', name, inputs: [input.name, slopes], output });
  },
  elu: single('Elu', () => [float('alpha', 1)]),
  swish: ({ draft, input, name, output }) => {
    const gate = draft.node({ op: 'Sigmoid', name: `${name}/sigmoid`, inputs: [input.name] });
    draft.node({ op: 'Mul', name, inputs: [input.name, gate], output });
  },
  hardswish: single('HardSwish'),
  hardsigmoid: single('HardSigmoid', ({ slope }) => [float('alpha', slope), float('beta', 0.5)]),
  clip: clip(0, 1),
};
