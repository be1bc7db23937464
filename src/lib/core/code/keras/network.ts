// The function that makes a whole network: stem, body, head, classifier.
import type { ConvStyle } from '../convStyle.ts';
import type { Plan } from '../plan.ts';
import { lines, type Part } from '../python.ts';
import { padsApart } from './convolutions.ts';
import { statement } from './definition.ts';

export interface Network {
  readonly about: string;
  readonly stem: { readonly name: string; readonly args?: readonly string[] };
  /** Statements that change the tensor `x`. */
  readonly body: readonly Part[];
  readonly head: readonly Part[];
  /** Name of the linear layer. */
  readonly classifier: string;
}

interface Stem {
  readonly plan: Plan;
  readonly style: ConvStyle;
  readonly stem: Network['stem'];
}

function stemLayers({ plan, style, stem: { name, args = [] } }: Stem): readonly Part[] {
  const { channels, stride } = plan.stem;
  const apart = padsApart(plan) && stride !== '1';
  return [
    apart && '    x = layers.ZeroPadding2D(1)(x)',
    statement({
      to: 'x',
      call: 'layers.Conv2D',
      args: [
        channels,
        'kernel_size=3',
        stride !== '1' && `strides=${stride}`,
        !apart && 'padding="same"',
        'use_bias=False',
        `name="${name}_${style.parts.conv}"`,
      ],
      on: 'x',
    }),
    statement({ to: 'x', call: 'bn_act', args: ['x', `"${name}"`, ...args] }),
  ];
}

interface Model {
  /** The function. */
  readonly name: string;
  readonly plan: Plan;
  readonly style: ConvStyle;
  readonly network: Network;
}

export function model({ name, plan, style, network }: Model): string {
  const { about, stem, body, head, classifier } = network;
  const { classes, resolution, inputChannels } = plan.config;
  return lines(
    `def ${name}(classes: int = ${classes}) -> keras.Model:`,
    `    """Build ${about}."""`,
    `    inputs = x = keras.Input((${[...resolution, inputChannels].join(', ')}))`,
    ...stemLayers({ plan, style, stem }),
    ...body,
    ...head,
    `    scores = layers.Dense(classes, name="${classifier}")(x)`,
    `    return keras.Model(inputs, scores, name="${name}")`,
  );
}
