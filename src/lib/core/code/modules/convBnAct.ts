// The module ConvBNAct: convolution without bias, batch norm, activation.
import type { Plan } from '../plan.ts';
import { float, lines } from '../python.ts';
import { ACTIVATION_WORDS } from '../words.ts';
import type { Dialect } from './dialect.ts';

/** TensorFlow's rule of padding differs from the symmetric one only in layers that shrink. */
const padsLikeTensorFlow = ({ config, strided }: Plan): boolean => config.padding === 'same' && strided;

/** The convolution that pads as the network does, where the framework has none. */
export const ownConvolution = ({ samePadding }: Dialect, plan: Plan): string | false =>
  padsLikeTensorFlow(plan) && 'conv' in samePadding && samePadding.python;

function padding({ conv, samePadding }: Dialect, plan: Plan): { conv: string; argument: string | false } {
  if (!padsLikeTensorFlow(plan)) return { conv, argument: 'kernel_size // 2' };
  return 'conv' in samePadding ? { conv: samePadding.conv, argument: false } : { conv, ...samePadding };
}

/** Batch norm with the network's epsilon. */
function norm({ norm: name, epsilon }: Dialect, { config: { bnEpsilon } }: Plan): string {
  const argument = bnEpsilon === epsilon.usual ? '' : `, ${epsilon.name}=${float(bnEpsilon)}`;
  return `${name}(out_channels${argument})`;
}

export function convBnAct(dialect: Dialect, plan: Plan): string {
  const { activation } = plan.config;
  const { conv, argument } = padding(dialect, plan);
  return lines(
    `class ConvBNAct(${dialect.module}):`,
    `    """Convolution without bias, batch norm, ${ACTIVATION_WORDS[activation]}."""`,
    '',
    '    def __init__(',
    '        self,',
    '        in_channels: int,',
    '        out_channels: int,',
    '        kernel_size: int = 1,',
    plan.strided && `        stride: ${plan.strideType} = 1,`,
    '        groups: int = 1,',
    '    ) -> None:',
    '        super().__init__()',
    `        self.conv = ${conv}(`,
    '            in_channels,',
    '            out_channels,',
    '            kernel_size,',
    plan.strided && '            stride=stride,',
    argument !== false && `            padding=${argument},`,
    '            groups=groups,',
    `            ${dialect.noBias},`,
    '        )',
    `        self.bn = ${norm(dialect, plan)}`,
    `        self.act = ${dialect.activation[activation]('out_channels')}`,
    '',
    '    def forward(self, x: Tensor) -> Tensor:',
    '        return self.act(self.bn(self.conv(x)))',
  );
}
