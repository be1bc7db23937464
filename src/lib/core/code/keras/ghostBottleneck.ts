// The functions ghost_module and ghost_bottleneck of GhostNet.
import { COLUMNS } from '../columns.ts';
import type { Plan } from '../plan.ts';
import { definition, either, shrinks, statement, where } from './definition.ts';
import { spatial } from './spatial.ts';
import { excite } from './squeezeExcite.ts';

export const GHOST_MODULE = definition({
  name: 'ghost_module',
  parameters: ['channels: int', 'linear: bool = False'],
  about: 'Half of the channels by a 1x1 convolution, the others cheaply out of these.',
  body: [
    '    x = pointwise(x, f"{name}_primary_conv", channels // 2, linear=linear)',
    '    cheap = depthwise(x, f"{name}_cheap_operation", kernel_size=3, linear=linear)',
    '    return layers.Concatenate()([x, cheap])',
  ],
});

interface Depthwise {
  readonly tensor: 'x' | 'y';
  readonly name: string;
  readonly indent: number;
}

export function ghostBottleneck({ table }: Plan, expanded: string): string {
  const shrunk = shrinks(table.cell(COLUMNS.stride));
  const changed = either(shrunk, 'x.shape[-1] != block.out_channels');
  const depthwise = ({ tensor, name, indent }: Depthwise): string =>
    statement({
      indent,
      to: tensor,
      call: 'depthwise',
      args: [tensor, `f"{name}_${name}"`, ...spatial(table), 'linear=True'],
    });
  return definition({
    name: 'ghost_bottleneck',
    parameters: ['block: Block'],
    about: 'Two ghost modules, a depthwise convolution between them if strided, shortcut.',
    body: [
      `    y = ghost_module(x, f"{name}_ghost_module_1", ${expanded})`,
      ...where(shrunk, (indent) => [depthwise({ tensor: 'y', name: 'depthwise_conv', indent })]),
      ...excite({ se: table.cell(COLUMNS.se), tensor: 'y', name: 'se_block' }),
      '    y = ghost_module(y, f"{name}_ghost_module_2", block.out_channels, linear=True)',
      ...where(changed, (indent) => [
        depthwise({ tensor: 'x', name: 'shortcut_depthwise', indent }),
        statement({
          indent,
          to: 'x',
          call: 'pointwise',
          args: ['x', 'f"{name}_shortcut_conv"', 'block.out_channels', 'linear=True'],
        }),
      ]),
      '    return layers.Add()([x, y])',
    ],
  });
}
