// The modules GhostModule and GhostBottleneck of GhostNet.
import type { Plan } from '../plan.ts';
import { lines, type Part } from '../python.ts';
import { COLUMNS } from '../columns.ts';
import type { Dialect } from './dialect.ts';
import { excite } from './squeezeExcite.ts';

export const ghostModule = ({ module, concat }: Dialect): string =>
  lines(
    `class GhostModule(${module}):`,
    '    """Half of the channels by a 1x1 convolution, the others cheaply out of these."""',
    '',
    '    def __init__(',
    '        self, in_channels: int, out_channels: int, *, linear: bool = False',
    '    ) -> None:',
    '        super().__init__()',
    '        half = out_channels // 2',
    '        self.primary_conv = ConvBNAct(in_channels, half, linear=linear)',
    '        self.cheap_operation = ConvBNAct(',
    '            half,',
    '            half,',
    '            kernel_size=3,',
    '            groups=half,',
    '            linear=linear,',
    '        )',
    '',
    '    def forward(self, x: Tensor) -> Tensor:',
    '        x = self.primary_conv(x)',
    `        return ${concat}((x, self.cheap_operation(x)), 1)`,
  );

export function ghostBottleneck({ module }: Dialect, plan: Plan, expanded: string): string {
  const { table } = plan;
  const [stride, kernel] = [table.cell(COLUMNS.stride), table.cell(COLUMNS.kernel)];
  const se = excite(plan, { se: table.cell(COLUMNS.se), channels: 'channels' });
  const shrinks = stride !== '1';
  const depthwise = (name: string, channels: string): string =>
    lines(
      `            self.${name} = ConvBNAct(`,
      ...[channels, channels, `kernel_size=${kernel}`].map((argument) => `                ${argument},`),
      shrinks && `                stride=${stride},`,
      `                groups=${channels},`,
      '                linear=True,',
      '            )',
    );
  const differs = shrinks
    ? `${stride} != 1 or in_channels != block.out_channels`
    : 'in_channels != block.out_channels';
  const strided: readonly Part[] = shrinks
    ? [`        if ${stride} != 1:`, depthwise('depthwise_conv', 'channels')]
    : [];
  return lines(
    `class GhostBottleneck(${module}):`,
    '    """Two ghost modules, a depthwise convolution between them if strided, shortcut."""',
    '',
    '    def __init__(self, in_channels: int, block: Block) -> None:',
    '        super().__init__()',
    `        channels = ${expanded}`,
    '        self.ghost_module_1 = GhostModule(in_channels, channels)',
    shrinks && '        self.depthwise_conv = nn.Identity()',
    ...strided,
    se !== false && `        self.se_block = ${se}`,
    '        self.ghost_module_2 = GhostModule(channels, block.out_channels, linear=True)',
    '        self.shortcut_depthwise = self.shortcut_conv = nn.Identity()',
    `        if ${differs}:`,
    depthwise('shortcut_depthwise', 'in_channels'),
    '            self.shortcut_conv = ConvBNAct(in_channels, block.out_channels, linear=True)',
    '',
    '    def forward(self, x: Tensor) -> Tensor:',
    '        y = self.ghost_module_1(x)',
    shrinks && '        y = self.depthwise_conv(y)',
    se !== false && '        y = self.se_block(y)',
    '        return self.ghost_module_2(y) + self.shortcut_conv(self.shortcut_depthwise(x))',
  );
}
