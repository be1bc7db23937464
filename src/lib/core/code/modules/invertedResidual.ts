// The module InvertedResidual: a block of MobileNetV2 or V3.
import type { Plan } from '../plan.ts';
import { call, lines, type Part } from '../python.ts';
import { COLUMNS } from '../columns.ts';
import type { Dialect } from './dialect.ts';
import { excite } from './squeezeExcite.ts';

interface InvertedResidual {
  /** Names of its parts in the official code. */
  readonly names: Readonly<Record<'expand' | 'depthwise' | 'se' | 'project', string>>;
  /** Channels between expansion and projection, as a Python expression of `in_channels` and `block`. */
  readonly channels: string;
  /** Arguments of convolutions with an activation, and of those without. */
  readonly activated: Part;
  readonly linear: Part;
  /** Whether the caller says where a shortcut is; otherwise it is wherever shapes are equal. */
  readonly shortcutGiven: boolean;
}

export function invertedResidual({ module }: Dialect, plan: Plan, block: InvertedResidual): string {
  const { names, channels, activated, linear, shortcutGiven } = block;
  const { table, hasSe } = plan;
  const stride = table.cell(COLUMNS.stride);
  const se = excite(plan, { se: table.cell(COLUMNS.se), channels: 'channels' });
  const conv = (name: string, ...args: readonly Part[]): string =>
    call({ indent: 8, lead: `self.${name} = ConvBNAct(`, args });
  const spatial = [
    `kernel_size=${table.cell(COLUMNS.kernel)}`,
    stride !== '1' && `stride=${stride}`,
  ] as const;
  return lines(
    `class InvertedResidual(${module}):`,
    `    """Expand, depthwise convolution, ${hasSe ? 'SE, ' : ''}project; ${shortcutGiven ? 'optional shortcut' : 'a shortcut where shapes allow'}."""`,
    '',
    ...(shortcutGiven
      ? [
          '    def __init__(self, in_channels: int, block: Block, *, shortcut: bool) -> None:',
          '        super().__init__()',
          '        self.shortcut = shortcut',
        ]
      : ['    def __init__(self, in_channels: int, block: Block) -> None:', '        super().__init__()']),
    `        channels = ${channels}`,
    conv(names.expand, 'in_channels', 'channels', activated),
    conv(names.depthwise, 'channels', 'channels', ...spatial, 'groups=channels', activated),
    se !== false && `        self.${names.se} = ${se}`,
    conv(names.project, 'channels', 'block.out_channels', linear),
    '',
    '    def forward(self, x: Tensor) -> Tensor:',
    `        y = self.${names.depthwise}(self.${names.expand}(x))`,
    hasSe && `        y = self.${names.se}(y)`,
    `        y = self.${names.project}(y)`,
    shortcutGiven
      ? '        return x + y if self.shortcut else y'
      : '        return x + y if x.shape == y.shape else y',
  );
}
