// How Keras calls what NetConfig names.
import type { Activation, Gate } from '../../config/netConfig.ts';
import { lines, type Part } from '../python.ts';

/** Layers that apply an activation, with the arguments before their name. */
const ACTIVATIONS: { readonly [A in Activation]: readonly [layer: string, ...arguments: string[]] } = {
  hardswish: ['Activation', '"hard_silu"'],
  relu: ['Activation', '"relu"'],
  relu6: ['Activation', '"relu6"'],
  leakyrelu: ['LeakyReLU', '0.01'],
  prelu: ['PReLU', 'keras.initializers.Constant(0.25)', 'shared_axes=[1, 2]'],
  elu: ['Activation', '"elu"'],
  swish: ['Activation', '"silu"'],
};

interface ActivationCall {
  readonly activation: Activation;
  /** Python expression of the layer's name. */
  readonly name: string;
  /** What stands before the call. */
  readonly lead: 'x =' | 'return';
}

/** `x = layers.Activation("hard_silu", name=…)(x)`; with more than two arguments, one per line. */
export function activationLayer({ activation, name, lead }: ActivationCall): string {
  const [layer, ...args] = ACTIVATIONS[activation];
  const all = [...args, `name=${name}`];
  return all.length < 3
    ? `    ${lead} layers.${layer}(${all.join(', ')})(x)`
    : lines(`    ${lead} layers.${layer}(`, ...all.map((argument) => `        ${argument},`), '    )(x)');
}

interface GateCode {
  /** Activation of the convolution before. */
  readonly argument: Part;
  /** What follows it. */
  readonly statement: Part;
}

export const GATES: { readonly [G in Gate]: GateCode } = {
  relu6: { argument: 'activation="hard_sigmoid"', statement: false },
  keras2: { argument: false, statement: '    gate = keras.ops.clip(0.2 * gate + 0.5, 0, 1)' },
  clip: { argument: false, statement: '    gate = keras.ops.clip(gate, 0, 1)' },
};
