// The module ConvBNAct: convolution without bias, batch norm, activation.
import type { ConvStyle } from '../convStyle.ts';
import type { Plan } from '../plan.ts';
import { float, lines, type Part } from '../python.ts';
import { ACTIVATION_WORDS } from '../words.ts';
import { activationCall, type Dialect } from './dialect.ts';

/** TensorFlow's rule of padding differs from the symmetric one only in layers that shrink. */
const padsLikeTensorFlow = ({ config, strided }: Plan): boolean => config.padding === 'same' && strided;

/** The convolution that pads as the network does, where the framework has none. */
export const ownConvolution = ({ samePadding }: Dialect, plan: Plan): Part =>
  padsLikeTensorFlow(plan) && 'conv' in samePadding && samePadding.python;

interface Padded {
  readonly conv: string;
  readonly argument: Part;
}

function padding({ conv, samePadding }: Dialect, plan: Plan): Padded {
  if (!padsLikeTensorFlow(plan)) return { conv, argument: 'kernel_size // 2' };
  return 'conv' in samePadding ? { conv: samePadding.conv, argument: false } : { conv, ...samePadding };
}

/** Batch norm with the network's epsilon. */
function norm({ norm: name, epsilon }: Dialect, { config: { bnEpsilon } }: Plan): string {
  const argument = bnEpsilon === epsilon.usual ? '' : `, ${epsilon.name}=${float(bnEpsilon)}`;
  return `${name}(out_channels${argument})`;
}

interface ActivationCode {
  readonly words: string;
  readonly parameter: Part;
  readonly make: string;
}

const ACTIVATIONS: {
  readonly [A in ConvStyle['activation']]: (dialect: Dialect, plan: Plan) => ActivationCode;
} = {
  same: (dialect, { config: { activation } }) => ({
    words: ACTIVATION_WORDS[activation],
    parameter: false,
    make: activationCall(dialect, activation, 'out_channels'),
  }),
  'unless linear': (dialect, { config: { activation } }) => ({
    words: `${ACTIVATION_WORDS[activation]} unless linear`,
    parameter: 'linear: bool = False',
    make: `nn.Identity() if linear else ${activationCall(dialect, activation, 'out_channels')}`,
  }),
  given: ({ module }, { hasSlopes }) => ({
    words: 'activation',
    parameter: `act: type[${module}] = nn.Identity`,
    make: hasSlopes ? 'act(out_channels) if act is nn.PReLU else act()' : 'act()',
  }),
};

export function convBnAct(dialect: Dialect, plan: Plan, style: ConvStyle): string {
  const { conv, argument } = padding(dialect, plan);
  const { words, parameter, make } = ACTIVATIONS[style.activation](dialect, plan);
  const { parts } = style;
  return lines(
    `class ConvBNAct(${dialect.module}):`,
    `    """Convolution without bias, batch norm, ${words}."""`,
    '',
    '    def __init__(',
    '        self,',
    '        in_channels: int,',
    '        out_channels: int,',
    '        kernel_size: int = 1,',
    plan.strided && `        stride: ${plan.strideType} = 1,`,
    '        groups: int = 1,',
    parameter !== false && `        ${parameter},`,
    '    ) -> None:',
    '        super().__init__()',
    `        self.${parts.conv} = ${conv}(`,
    '            in_channels,',
    '            out_channels,',
    '            kernel_size,',
    plan.strided && '            stride=stride,',
    argument !== false && `            padding=${argument},`,
    '            groups=groups,',
    `            ${dialect.noBias},`,
    '        )',
    `        self.${parts.norm} = ${norm(dialect, plan)}`,
    `        self.act = ${make}`,
    '',
    '    def forward(self, x: Tensor) -> Tensor:',
    `        return self.act(self.${parts.norm}(self.${parts.conv}(x)))`,
  );
}
