// The module DepthwiseSeparable: a block of PP-LCNet or MobileNetV1.
import type { Plan } from '../plan.ts';
import { lines } from '../python.ts';
import { COLUMNS } from '../columns.ts';
import type { Dialect } from './dialect.ts';
import { excite } from './squeezeExcite.ts';

/** Names of its parts in the official code. */
interface Names {
  readonly depthwise: string;
  readonly pointwise: string;
}

export function depthwiseSeparable({ module }: Dialect, plan: Plan, { depthwise, pointwise }: Names): string {
  const { hasSe, table } = plan;
  const stride = table.cell(COLUMNS.stride);
  const se = excite(plan, { se: table.cell(COLUMNS.se), channels: 'in_channels' });
  const spatial = `self.${depthwise}(x)`;
  return lines(
    `class DepthwiseSeparable(${module}):`,
    `    """Depthwise convolution, ${hasSe ? 'SE, ' : ''}pointwise convolution; no shortcut."""`,
    '',
    '    def __init__(self, in_channels: int, block: Block) -> None:',
    '        super().__init__()',
    `        self.${depthwise} = ConvBNAct(`,
    '            in_channels,',
    '            in_channels,',
    `            kernel_size=${table.cell(COLUMNS.kernel)},`,
    stride !== '1' && `            stride=${stride},`,
    '            groups=in_channels,',
    '        )',
    se !== false && `        self.se = ${se}`,
    `        self.${pointwise} = ConvBNAct(in_channels, block.out_channels)`,
    '',
    '    def forward(self, x: Tensor) -> Tensor:',
    `        return self.${pointwise}(${hasSe ? `self.se(${spatial})` : spatial})`,
  );
}
