// The module SqueezeExcite (Hu et al. 2018), with the network's reduction and gate.
import type { Gate } from '../../config/netConfig.ts';
import { squeezed, type Plan } from '../plan.ts';
import { lines } from '../python.ts';
import { GATE_WORDS } from '../words.ts';
import type { Dialect } from './dialect.ts';

const GATES: { readonly [G in Gate]: string } = {
  relu6: 'F.hardsigmoid(x)',
  keras2: '(0.2 * x + 0.5).clip(0, 1)',
  clip: 'x.clip(0, 1)',
};

export const squeezeExcite = ({ module, conv }: Dialect, plan: Plan): string =>
  lines(
    `class SqueezeExcite(${module}):`,
    `    """Weigh channels: global average, C -> C / ${plan.config.seReduction} -> C, ${GATE_WORDS[plan.config.gate]}."""`,
    '',
    '    def __init__(self, channels: int) -> None:',
    '        super().__init__()',
    `        squeezed = ${squeezed(plan)}`,
    `        self.conv1 = ${conv}(channels, squeezed, 1)`,
    `        self.conv2 = ${conv}(squeezed, channels, 1)`,
    '',
    '    def forward(self, inputs: Tensor) -> Tensor:',
    '        x = inputs.mean((2, 3), keepdim=True)',
    '        x = self.conv2(F.relu(self.conv1(x)))',
    `        return inputs * ${GATES[plan.config.gate]}`,
  );
