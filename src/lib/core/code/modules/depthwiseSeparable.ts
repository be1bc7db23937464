// The module DepthwiseSeparable: a block of PP-LCNet.
import type { Plan } from '../plan.ts';
import { lines } from '../python.ts';
import { COLUMNS } from '../stageTable.ts';
import type { Dialect } from './dialect.ts';

/** SE of a block as a Python expression; nothing where no block has it. */
function excite({ hasSe, table }: Plan): string | false {
  if (!hasSe) return false;
  const se = table.cell(COLUMNS.se);
  return se === 'True'
    ? 'SqueezeExcite(in_channels)'
    : `SqueezeExcite(in_channels) if ${se} else nn.Identity()`;
}

export function depthwiseSeparable({ module }: Dialect, plan: Plan): string {
  const { hasSe, table } = plan;
  const stride = table.cell(COLUMNS.stride);
  const se = excite(plan);
  return lines(
    `class DepthwiseSeparable(${module}):`,
    `    """Depthwise convolution, ${hasSe ? 'SE, ' : ''}pointwise convolution; no shortcut."""`,
    '',
    '    def __init__(self, in_channels: int, block: Block) -> None:',
    '        super().__init__()',
    '        self.dw_conv = ConvBNAct(',
    '            in_channels,',
    '            in_channels,',
    `            kernel_size=${table.cell(COLUMNS.kernel)},`,
    stride !== '1' && `            stride=${stride},`,
    '            groups=in_channels,',
    '        )',
    se !== false && `        self.se = ${se}`,
    '        self.pw_conv = ConvBNAct(in_channels, block.out_channels)',
    '',
    '    def forward(self, x: Tensor) -> Tensor:',
    hasSe
      ? '        return self.pw_conv(self.se(self.dw_conv(x)))'
      : '        return self.pw_conv(self.dw_conv(x))',
  );
}
