// The functions shuffle_unit and down_unit of ShuffleNetV2, and the shuffle that both end with.
import type { Plan } from '../plan.ts';
import { lines, type Part } from '../python.ts';
import { definition, statement } from './definition.ts';
import { spatial } from './spatial.ts';

interface Conv {
  readonly to: 'x' | 'y';
  readonly from: 'x' | 'y';
  readonly name: string;
}

const pointwise = ({ to, from, name }: Conv): string =>
  statement({ to, call: 'pointwise', args: [from, `f"{name}_${name}"`, 'half'] });

const depthwise = ({ to, from, name }: Conv, args: readonly Part[]): string =>
  statement({ to, call: 'depthwise', args: [from, `f"{name}_${name}"`, ...args, 'linear=True'] });

/** Stacked behind their channels, two halves are shuffled: channel i of half g goes to 2 i + g. */
export const SHUFFLE = lines(
  'def shuffled(first: KerasTensor, second: KerasTensor) -> KerasTensor:',
  '    """Join two halves, the channels of one between those of the other."""',
  '    _, height, width, half = first.shape',
  '    pairs = keras.ops.stack((first, second), axis=-1)',
  '    return layers.Reshape((height, width, 2 * half))(pairs)',
);

const HALF = '    half = block.out_channels // 2';

export const shuffleUnit = ({ table }: Plan): string => {
  const [kernel = false] = spatial(table);
  return definition({
    name: 'shuffle_unit',
    parameters: ['block: Block'],
    about: 'Half of the channels pass, the others are transformed; then both are shuffled.',
    body: [
      HALF,
      '    kept, x = keras.ops.split(x, 2, axis=-1)',
      pointwise({ to: 'x', from: 'x', name: '_conv_pw' }),
      depthwise({ to: 'x', from: 'x', name: '_conv_dw' }, [kernel]),
      pointwise({ to: 'x', from: 'x', name: '_conv_linear' }),
      '    return shuffled(kept, x)',
    ],
  });
};

export const downUnit = ({ table }: Plan): string =>
  definition({
    name: 'down_unit',
    parameters: ['block: Block'],
    about: 'First unit of a stage: two branches, each of which sees all channels.',
    body: [
      HALF,
      pointwise({ to: 'y', from: 'x', name: '_conv_pw_2' }),
      depthwise({ to: 'y', from: 'y', name: '_conv_dw_2' }, spatial(table)),
      pointwise({ to: 'y', from: 'y', name: '_conv_linear_2' }),
      depthwise({ to: 'x', from: 'x', name: '_conv_dw_1' }, spatial(table)),
      pointwise({ to: 'x', from: 'x', name: '_conv_linear_1' }),
      '    return shuffled(x, y)',
    ],
  });
