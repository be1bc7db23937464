// The function squeeze_excite (Hu et al. 2018), with the network's reduction and gate.
import type { Plan } from '../plan.ts';
import type { Part } from '../python.ts';
import { squeezed } from '../squeezed.ts';
import { GATE_WORDS } from '../words.ts';
import { definition, statement, where } from './definition.ts';
import { GATES } from './layers.ts';

/** 1×1 convolutions, or linear layers with GhostNet's names. */
const LAYERS = {
  conv: { call: 'layers.Conv2D', args: ['kernel_size=1'], names: ['conv1', 'conv2'] },
  linear: { call: 'layers.Dense', args: [], names: ['squeeze', 'excitation'] },
} as const;

interface SqueezeExcite {
  /** Fewest channels that any SE of the network sees. */
  readonly narrowest: number;
  readonly layers?: keyof typeof LAYERS;
}

/** Nothing where no block has SE. */
export function squeezeExcite({ config, hasSe }: Plan, { narrowest, layers = 'conv' }: SqueezeExcite): Part {
  if (!hasSe) return false;
  const { call, args, names } = LAYERS[layers];
  const { argument, statement: clipped } = GATES[config.gate];
  const layer = (index: 0 | 1, channels: string, activation: Part): string =>
    statement({
      to: 'gate',
      call,
      args: [channels, ...args, activation, `name=f"{name}_${names[index]}"`],
      on: 'gate',
    });
  return definition({
    name: 'squeeze_excite',
    about: `Weigh channels: global average, C -> C / ${config.seReduction} -> C, ${GATE_WORDS[config.gate]}.`,
    body: [
      '    channels = x.shape[-1]',
      '    gate = layers.GlobalAveragePooling2D(keepdims=True)(x)',
      layer(0, squeezed(config, narrowest), 'activation="relu"'),
      layer(1, 'channels', argument),
      clipped,
      '    return layers.Multiply()([x, gate])',
    ],
  });
}

interface Excited {
  /** The row's cell. */
  readonly se: string;
  readonly tensor: 'x' | 'y';
  /** What follows the block's name in that of SE. */
  readonly name: string;
}

/** A block's SE; nothing where no block has it. */
export const excite = ({ se, tensor, name }: Excited): readonly Part[] =>
  where(se, (indent) => [
    statement({
      indent,
      to: tensor,
      call: 'squeeze_excite',
      args: [tensor, `f"{name}_${name}"`],
    }),
  ]);
