// The function inverted_residual: a block of MobileNetV2 or V3.
import { COLUMNS } from '../columns.ts';
import type { Plan } from '../plan.ts';
import type { Part } from '../python.ts';
import { definition, statement } from './definition.ts';
import { spatial } from './spatial.ts';
import { excite } from './squeezeExcite.ts';

interface InvertedResidual {
  /** Names of its parts in the official code. */
  readonly names: Readonly<Record<'expand' | 'depthwise' | 'se' | 'project', string>>;
  /** Channels between expansion and projection, as a Python expression of `x` and `block`. */
  readonly channels: string;
  /** Arguments of convolutions with an activation, and of those without. */
  readonly activated: Part;
  readonly linear: Part;
  /** Whether the caller says where a shortcut is; otherwise it is wherever shapes are equal. */
  readonly shortcutGiven: boolean;
}

export function invertedResidual({ hasSe, table }: Plan, block: InvertedResidual): string {
  const { names, channels, activated, linear, shortcutGiven } = block;
  return definition({
    name: 'inverted_residual',
    parameters: ['block: Block', shortcutGiven && '*', shortcutGiven && 'shortcut: bool'],
    about: `Expand, depthwise convolution, ${hasSe ? 'SE, ' : ''}project; ${shortcutGiven ? 'optional shortcut' : 'a shortcut where shapes allow'}.`,
    body: [
      statement({
        to: 'y',
        call: 'pointwise',
        args: ['x', `f"{name}_${names.expand}"`, channels, activated],
      }),
      statement({
        to: 'y',
        call: 'depthwise',
        args: ['y', `f"{name}_${names.depthwise}"`, ...spatial(table), activated],
      }),
      ...excite({ se: table.cell(COLUMNS.se), tensor: 'y', name: names.se }),
      statement({
        to: 'y',
        call: 'pointwise',
        args: ['y', `f"{name}_${names.project}"`, 'block.out_channels', linear],
      }),
      `    return layers.Add()([x, y]) if ${shortcutGiven ? 'shortcut' : 'x.shape == y.shape'} else y`,
    ],
  });
}
