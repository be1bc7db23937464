// The module SqueezeExcite (Hu et al. 2018), with the network's reduction and gate.
import type { Gate } from '../../config/netConfig.ts';
import type { Plan } from '../plan.ts';
import { lines, type Part } from '../python.ts';
import { squeezed } from '../squeezed.ts';
import { GATE_WORDS } from '../words.ts';
import type { Dialect } from './dialect.ts';

const GATES: { readonly [G in Gate]: string } = {
  relu6: 'F.hardsigmoid(x)',
  keras2: '(0.2 * x + 0.5).clip(0, 1)',
  clip: 'x.clip(0, 1)',
};

interface SqueezeExcite {
  /** Fewest channels that any SE of the network sees. */
  readonly narrowest: number;
  /** 1×1 convolutions conv1 and conv2 where not said; or linear layers, with GhostNet's names. */
  readonly layers?: 'conv' | 'linear';
}

/** Nothing where no block has SE. */
export function squeezeExcite(
  { module, conv }: Dialect,
  { config, hasSe }: Plan,
  { narrowest, layers = 'conv' }: SqueezeExcite,
): Part {
  if (!hasSe) return false;
  const linear = layers === 'linear';
  const [reduce, expand] = linear ? ['squeeze', 'excitation'] : ['conv1', 'conv2'];
  const layer = (from: string, to: string) =>
    linear ? `nn.Linear(${from}, ${to})` : `${conv}(${from}, ${to}, 1)`;
  const gate = GATES[config.gate];
  return lines(
    `class SqueezeExcite(${module}):`,
    `    """Weigh channels: global average, C -> C / ${config.seReduction} -> C, ${GATE_WORDS[config.gate]}."""`,
    '',
    '    def __init__(self, channels: int) -> None:',
    '        super().__init__()',
    `        squeezed = ${squeezed(config, narrowest)}`,
    `        self.${reduce} = ${layer('channels', 'squeezed')}`,
    `        self.${expand} = ${layer('squeezed', 'channels')}`,
    '',
    '    def forward(self, inputs: Tensor) -> Tensor:',
    linear ? '        x = inputs.mean((2, 3))' : '        x = inputs.mean((2, 3), keepdim=True)',
    `        x = self.${expand}(F.relu(self.${reduce}(x)))`,
    linear ? `        return inputs * ${gate}[:, :, None, None]` : `        return inputs * ${gate}`,
  );
}

/** A block's SE as a Python expression; nothing where no block has it. `se`: the row's cell. */
export function excite(
  { hasSe }: Plan,
  { se, channels }: { readonly se: string; readonly channels: string },
): Part {
  if (!hasSe) return false;
  return se === 'True'
    ? `SqueezeExcite(${channels})`
    : `SqueezeExcite(${channels}) if ${se} else nn.Identity()`;
}
