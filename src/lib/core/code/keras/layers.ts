// How Keras calls what NetConfig names.
import type { Activation, Gate } from '../../config/netConfig.ts';
import { call, type Part } from '../python.ts';

/** Names of activations; with a layer of its own where Keras's function of that name is another, or has weights. */
const ACTIVATIONS: {
  readonly [A in Activation]: readonly [name: string, layer?: string, ...arguments: string[]];
} = {
  hardswish: ['hard_silu'],
  relu: ['relu'],
  relu6: ['relu6'],
  leakyrelu: ['leaky_relu', 'LeakyReLU', '0.01'],
  prelu: ['prelu', 'PReLU', 'keras.initializers.Constant(0.25)', 'shared_axes=[1, 2]'],
  elu: ['elu'],
  swish: ['silu'],
};

/** `"hard_silu"`. */
export const activationName = (activation: Activation): string => `"${ACTIVATIONS[activation][0]}"`;

export const hasOwnLayer = (activation: Activation): boolean => ACTIVATIONS[activation].length > 1;

interface ActivationCall {
  readonly activation: Activation;
  /** Python expression of the layer's name. */
  readonly name: string;
  /** What stands before the call. */
  readonly lead: 'x =' | 'return';
  readonly indent?: number;
}

/** `x = layers.Activation("hard_silu", name=…)(x)`. */
export function activationLayer({ activation, name, lead, indent = 4 }: ActivationCall): string {
  const [, layer = 'Activation', ...args] = ACTIVATIONS[activation];
  const given = layer === 'Activation' ? [activationName(activation)] : args;
  return call({ indent, lead: `${lead} layers.${layer}(`, args: [...given, `name=${name}`], tail: ')(x)' });
}

interface GateCode {
  /** Activation of the layer before. */
  readonly argument: Part;
  /** What follows it. */
  readonly statement: Part;
}

export const GATES: { readonly [G in Gate]: GateCode } = {
  relu6: { argument: 'activation="hard_sigmoid"', statement: false },
  keras2: { argument: false, statement: '    gate = keras.ops.clip(0.2 * gate + 0.5, 0, 1)' },
  clip: { argument: false, statement: '    gate = keras.ops.clip(gate, 0, 1)' },
};
