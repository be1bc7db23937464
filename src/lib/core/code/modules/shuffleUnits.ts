// The modules ShuffleUnit and DownUnit of ShuffleNetV2.
import type { Plan } from '../plan.ts';
import { call, lines, type Part } from '../python.ts';
import { COLUMNS } from '../columns.ts';
import type { Dialect } from './dialect.ts';

const conv = (name: string, ...args: readonly Part[]): string =>
  call({ indent: 8, lead: `self.${name} = ConvBNAct(`, args });

/** Stacked behind their channels, two halves are shuffled: channel i of half g goes to 2 i + g. */
const shuffled = ({ stack }: Dialect, halves: string): string =>
  `        return ${stack}((${halves}), 2).flatten(1, 2)  # channel shuffle`;

export const shuffleUnit = (dialect: Dialect, { table }: Plan): string =>
  lines(
    `class ShuffleUnit(${dialect.module}):`,
    '    """Half of the channels pass, the others are transformed; then both are shuffled."""',
    '',
    '    def __init__(self, channels: int, block: Block) -> None:',
    '        super().__init__()',
    '        half = channels // 2',
    conv('_conv_pw', 'half', 'half'),
    conv(
      '_conv_dw',
      'half',
      'half',
      `kernel_size=${table.cell(COLUMNS.kernel)}`,
      'groups=half',
      'linear=True',
    ),
    conv('_conv_linear', 'half', 'half'),
    '',
    '    def forward(self, x: Tensor) -> Tensor:',
    '        kept, x = x.chunk(2, 1)',
    '        x = self._conv_linear(self._conv_dw(self._conv_pw(x)))',
    shuffled(dialect, 'kept, x'),
  );

export function downUnit(dialect: Dialect, { table }: Plan): string {
  const stride = table.cell(COLUMNS.stride);
  const spatial = [
    `kernel_size=${table.cell(COLUMNS.kernel)}`,
    stride !== '1' && `stride=${stride}`,
  ] as const;
  return lines(
    `class DownUnit(${dialect.module}):`,
    '    """First unit of a stage: two branches, each of which sees all channels."""',
    '',
    '    def __init__(self, in_channels: int, block: Block) -> None:',
    '        super().__init__()',
    '        half = block.out_channels // 2',
    conv('_conv_dw_1', 'in_channels', 'in_channels', ...spatial, 'groups=in_channels', 'linear=True'),
    conv('_conv_linear_1', 'in_channels', 'half'),
    conv('_conv_pw_2', 'in_channels', 'half'),
    conv('_conv_dw_2', 'half', 'half', ...spatial, 'groups=half', 'linear=True'),
    conv('_conv_linear_2', 'half', 'half'),
    '',
    '    def forward(self, x: Tensor) -> Tensor:',
    '        first = self._conv_linear_1(self._conv_dw_1(x))',
    '        second = self._conv_linear_2(self._conv_dw_2(self._conv_pw_2(x)))',
    shuffled(dialect, 'first, second'),
  );
}
