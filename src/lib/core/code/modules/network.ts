// The class of a whole network: stem, body, head, in the two methods that make and run them.
import type { Plan } from '../plan.ts';
import { call, lines, type Part } from '../python.ts';
import type { Dialect } from './dialect.ts';

/** Lines of `__init__` and of `forward`, at eight spaces. `channels` holds the channels so far, `x` the tensor. */
export interface Layers {
  readonly make: readonly Part[];
  readonly run: readonly Part[];
}

interface Network {
  /** The class. */
  readonly name: string;
  readonly about: string;
  readonly stem: { readonly name: string; readonly args?: readonly string[] };
  readonly body: Layers;
  readonly head: Layers;
}

export const network = (
  { module }: Dialect,
  plan: Plan,
  { name, about, stem, body, head }: Network,
): string => {
  const {
    config,
    stem: { channels, stride },
  } = plan;
  return lines(
    `class ${name}(${module}):`,
    `    """${about}"""`,
    '',
    `    def __init__(self, classes: int = ${config.classes}) -> None:`,
    '        super().__init__()',
    `        channels = ${channels}`,
    call({
      indent: 8,
      lead: `self.${stem.name} = ConvBNAct(`,
      args: [
        String(config.inputChannels),
        'channels',
        'kernel_size=3',
        stride !== '1' && `stride=${stride}`,
        ...(stem.args ?? []),
      ],
    }),
    ...body.make,
    ...head.make,
    '',
    '    def forward(self, x: Tensor) -> Tensor:',
    `        x = self.${stem.name}(x)`,
    ...body.run,
    ...head.run,
  );
};
