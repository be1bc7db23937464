// Activations for TensorFlow.js, of its elementary operations.
import type { ActivationFunction, Node } from '../graph/ir.ts';
import { LEAKY_SLOPE } from '../reference/activations.ts';
import { firstInput, named, type Context } from './context.ts';

type Translate = (context: Context, node: Node<'activation'>) => string;

const one =
  (op: string): Translate =>
  (context) =>
    context.writer.add(op, context.name, [firstInput(context)]);

/** relu6(x + 3) */
function raised({ writer, name, inputs: [x = ''] }: Context): string {
  const shifted = writer.add('AddV2', `${name}/plus_3`, [x, writer.number(3)]);
  return writer.add('Relu6', `${name}/relu6`, [shifted]);
}

/** clip(x, 0, 1) */
const unit = ({ writer, name }: Context, x: string): string =>
  writer.add('ClipByValue', name, [x, writer.number(0), writer.number(1)]);

export const ACTIVATIONS: { readonly [F in ActivationFunction]: Translate } = {
  relu: one('Relu'),
  relu6: one('Relu6'),
  elu: one('Elu'),
  leakyrelu: ({ writer, name, inputs: [x = ''] }) =>
    writer.add('LeakyRelu', name, [x], { alpha: { f: LEAKY_SLOPE } }),
  prelu: (context, node) => {
    const { writer, name } = context;
    const slopes = writer.constant(`${name}/alpha`, named(context, node, 'weight'));
    return writer.add('Prelu', name, [firstInput(context), slopes]);
  },
  swish: ({ writer, name, inputs: [x = ''] }) =>
    writer.add('Mul', name, [x, writer.add('Sigmoid', `${name}/sigmoid`, [x])]),
  hardswish: (context) => {
    const { writer, name } = context;
    const product = writer.add('Mul', `${name}/times_x`, [firstInput(context), raised(context)]);
    return writer.add('Mul', name, [product, writer.number(1 / 6)]);
  },
  hardsigmoid: (context, { op: { slope = 0 } }) => {
    const { writer, name } = context;
    if (slope === 1 / 6) return writer.add('Mul', name, [raised(context), writer.number(slope)]);
    const scaled = writer.add('Mul', `${name}/scaled`, [firstInput(context), writer.number(slope)]);
    return unit(context, writer.add('AddV2', `${name}/shifted`, [scaled, writer.number(0.5)]));
  },
  clip: (context) => unit(context, firstInput(context)),
};
