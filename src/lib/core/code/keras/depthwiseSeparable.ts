// The function depthwise_separable: a block of PP-LCNet or MobileNetV1.
import { COLUMNS } from '../columns.ts';
import type { Plan } from '../plan.ts';
import { definition, statement } from './definition.ts';
import { excite } from './squeezeExcite.ts';
import { spatial } from './spatial.ts';

/** Names of its parts in the official code. */
interface Names {
  readonly depthwise: string;
  readonly pointwise: string;
}

export const depthwiseSeparable = ({ hasSe, table }: Plan, names: Names): string =>
  definition({
    name: 'depthwise_separable',
    parameters: ['block: Block'],
    about: `Depthwise convolution, ${hasSe ? 'SE, ' : ''}pointwise convolution; no shortcut.`,
    body: [
      statement({
        to: 'x',
        call: 'depthwise',
        args: ['x', `f"{name}_${names.depthwise}"`, ...spatial(table)],
      }),
      ...excite({ se: table.cell(COLUMNS.se), tensor: 'x', name: 'se' }),
      statement({
        to: 'return',
        call: 'pointwise',
        args: ['x', `f"{name}_${names.pointwise}"`, 'block.out_channels'],
      }),
    ],
  });
