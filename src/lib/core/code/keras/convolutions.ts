// The functions bn_act, pointwise and depthwise: convolutions without bias, batch norm, activation.
import type { Activation } from '../../config/netConfig.ts';
import { COLUMNS, strideType } from '../columns.ts';
import type { ConvStyle } from '../convStyle.ts';
import type { Plan } from '../plan.ts';
import { float, lines, type Part } from '../python.ts';
import { ACTIVATION_WORDS } from '../words.ts';
import { definition, statement } from './definition.ts';
import { activationLayer, activationName, hasOwnLayer } from './layers.ts';

/** Where it need not be said. */
const USUAL_EPSILON = 1e-3;

const ACT_NAME = 'f"{name}_act"';

interface ActivationCode {
  readonly words: string;
  /** Parameter of each function, and the argument that passes it on. */
  readonly parameter: Part;
  readonly passed: Part;
  /** Statements that end bn_act. */
  readonly body: readonly Part[];
}

const given = (activation: Activation): string =>
  lines(
    `    if act == ${activationName(activation)}:`,
    activationLayer({ activation, name: ACT_NAME, lead: 'return', indent: 8 }),
  );

const ACTIVATIONS: { readonly [A in ConvStyle['activation']]: (plan: Plan) => ActivationCode } = {
  same: ({ config: { activation } }) => ({
    words: ACTIVATION_WORDS[activation],
    parameter: false,
    passed: false,
    body: [activationLayer({ activation, name: ACT_NAME, lead: 'return' })],
  }),
  'unless linear': ({ config: { activation } }) => ({
    words: `${ACTIVATION_WORDS[activation]} unless linear`,
    parameter: 'linear: bool = False',
    passed: 'linear=linear',
    body: [
      '    if linear:',
      '        return x',
      activationLayer({ activation, name: ACT_NAME, lead: 'return' }),
    ],
  }),
  given: ({ config, rows }) => ({
    words: 'activation',
    parameter: 'act: str = "linear"',
    passed: 'act=act',
    body: [
      ...[...new Set([config, ...rows].map(({ activation }) => activation))].filter(hasOwnLayer).map(given),
      `    return layers.Activation(act, name=${ACT_NAME})(x)`,
    ],
  }),
};

/** Whether layers of stride 1 alone are padded by Keras; the others by a layer before them. */
export const padsApart = ({ config, strided }: Plan): boolean => config.padding === 'symmetric' && strided;

interface Convolutions {
  readonly plan: Plan;
  readonly style: ConvStyle;
}

function depthwise(
  { plan, style: { parts } }: Convolutions,
  { words, parameter, passed }: ActivationCode,
): string {
  const strides = plan.rows.map(COLUMNS.stride.value);
  const strided = strides.some((stride) => stride !== '1');
  const apart = strided && padsApart(plan);
  const unequal = strides.some((stride) => stride.startsWith('('));
  return definition({
    name: 'depthwise',
    parameters: ['kernel_size: int', strided && `stride: ${strideType(strides)} = 1`, parameter],
    about: `Depthwise convolution without bias, batch norm, ${words}.`,
    body: [
      apart && '    padding = "same"',
      apart && '    if stride != 1:',
      apart && '        # As in Paddle and PyTorch; "same" would put the odd pixel last.',
      apart && '        x = layers.ZeroPadding2D(kernel_size // 2)(x)',
      apart && '        padding = "valid"',
      unequal && '    # TensorFlow as backend refuses strides that differ by axis; PyTorch takes them.',
      statement({
        to: 'x',
        call: 'layers.DepthwiseConv2D',
        args: [
          'kernel_size',
          strided && 'strides=stride',
          apart ? 'padding=padding' : 'padding="same"',
          'use_bias=False',
          `name=f"{name}_${parts.conv}"`,
        ],
        on: 'x',
      }),
      statement({ to: 'return', call: 'bn_act', args: ['x', 'name', passed] }),
    ],
  });
}

export function convolutions({ plan, style }: Convolutions): readonly string[] {
  const { bnEpsilon } = plan.config;
  const { parts } = style;
  const activation = ACTIVATIONS[style.activation](plan);
  const { words, parameter, passed, body } = activation;
  return [
    definition({
      name: 'bn_act',
      parameters: [parameter],
      about: `Batch norm, ${words}.`,
      body: [
        statement({
          to: 'x',
          call: 'layers.BatchNormalization',
          args: [
            'momentum=0.9',
            bnEpsilon !== USUAL_EPSILON && `epsilon=${float(bnEpsilon)}`,
            `name=f"{name}_${parts.norm}"`,
          ],
          on: 'x',
        }),
        ...body,
      ],
    }),
    definition({
      name: 'pointwise',
      parameters: ['channels: int', parameter],
      about: `1x1 convolution without bias, batch norm, ${words}.`,
      body: [
        statement({
          to: 'x',
          call: 'layers.Conv2D',
          args: ['channels', 'kernel_size=1', 'use_bias=False', `name=f"{name}_${parts.conv}"`],
          on: 'x',
        }),
        statement({ to: 'return', call: 'bn_act', args: ['x', 'name', passed] }),
      ],
    }),
    depthwise({ plan, style }, activation),
  ];
}
