// Layers → operations of TensorFlow.js: one rule per kind. Each returns the name of the operation that holds the result.
import type { Node, OpKind, Shape } from '../graph/ir.ts';
import { elementCount } from '../graph/shapes.ts';
import { ACTIVATIONS } from './activation.ts';
import { firstInput, named, type Context } from './context.ts';
import { convolution, maxPool } from './convolution.ts';
import { FLOAT, INT32, shapeProto, word } from './graphDef.ts';

/** Any batch. */
const ANY = -1;

const SHAPED = { Tshape: INT32 } as const;

function reshaped({ writer }: Context, input: string, name: string, shape: readonly number[]): string {
  return writer.add('Reshape', name, [input, writer.list(shape)], SHAPED);
}

/** A batch norm that no convolution could take in: x · gain + offset. */
function batchNorm(context: Context, node: Node<'batchNorm'>): string {
  const { writer, name } = context;
  const [scale, shift, mean, variance] = (['weight', 'bias', '_mean', '_variance'] as const).map(
    (suffix) => named(context, node, suffix).data,
  ) as [Float32Array, Float32Array, Float32Array, Float32Array];
  const gain = Float32Array.from(scale, (s, c) => s / Math.sqrt((variance[c] as number) + node.op.epsilon));
  const offset = Float32Array.from(shift, (s, c) => s - (mean[c] as number) * (gain[c] as number));
  const shape = [scale.length];
  const scaled = writer.add('Mul', `${name}/scaled`, [
    firstInput(context),
    writer.constant(`${name}/gain`, { shape, data: gain }),
  ]);
  return writer.add('AddV2', name, [scaled, writer.constant(`${name}/offset`, { shape, data: offset })]);
}

/** On vectors of rank 2; what comes as 1 × 1 positions goes on as such. */
function linear(context: Context, node: Node<'linear'>): string {
  const { writer, name, isFlat } = context;
  const elements = elementCount(node.inputShapes[0] as Shape);
  const x = firstInput(context);
  const input = isFlat ? x : reshaped(context, x, `${name}/flat`, [ANY, elements]);
  const product = writer.add(
    'MatMul',
    `${name}/product`,
    [input, writer.constant(`${name}/weight`, named(context, node, 'weight'))],
    { transpose_a: { b: false }, transpose_b: { b: false } },
  );
  const bias = writer.constant(`${name}/bias`, named(context, node, 'bias'));
  const sum = writer.add('BiasAdd', isFlat ? name : `${name}/sum`, [product, bias], {
    data_format: word('NHWC'),
  });
  return isFlat ? sum : reshaped(context, sum, name, [ANY, 1, 1, node.op.outFeatures]);
}

/** […, groups, C/groups] → […, C/groups, groups] */
function shuffle(context: Context, { op: { groups }, shape: [height, width, channels] }: Node<'shuffle'>) {
  const { writer, name } = context;
  const split = [ANY, height, width, groups, channels / groups];
  const grouped = reshaped(context, firstInput(context), `${name}/grouped`, split);
  const turned = writer.add('Transpose', `${name}/turned`, [grouped, writer.list([0, 1, 2, 4, 3])], {
    Tperm: INT32,
  });
  return reshaped(context, turned, name, [ANY, height, width, channels]);
}

type Translate<K extends OpKind> = (context: Context, node: Node<K>) => string;

const both =
  (op: string): Translate<OpKind> =>
  ({ writer, name, inputs }) =>
    writer.add(op, name, inputs);

const TRANSLATE: { readonly [K in OpKind]: Translate<K> } = {
  input: ({ writer, name }, { shape }) =>
    writer.source('Placeholder', name, { dtype: FLOAT, shape: { shape: shapeProto([ANY, ...shape]) } }),
  conv: convolution,
  maxPool,
  batchNorm,
  activation: (context, node) => ACTIVATIONS[node.op.function](context, node),
  globalPool: ({ writer, name, inputs: [x = ''] }) =>
    writer.add('Mean', name, [x, writer.list([1, 2])], { keep_dims: { b: true }, Tidx: INT32 }),
  multiply: both('Mul'),
  add: both('AddV2'),
  concat: ({ writer, name, inputs }) => {
    const axis = writer.constant('axis/channels', { shape: [], data: Int32Array.of(3) });
    return writer.add('ConcatV2', name, [...inputs, axis], { N: { i: String(inputs.length) }, Tidx: INT32 });
  },
  slice: ({ writer, name, inputs: [x = ''] }, { op: { from, count } }) =>
    writer.add('Slice', name, [x, writer.list([0, 0, 0, from]), writer.list([-1, -1, -1, count])], {
      Index: INT32,
    }),
  shuffle,
  dropout: ({ writer, name, inputs: [x = ''] }, { op: { rate, mode } }) =>
    mode === 'downscale' && rate > 0 ? writer.add('Mul', name, [x, writer.number(1 - rate)]) : x,
  flatten: (context, { shape }) =>
    reshaped(context, firstInput(context), context.name, [ANY, elementCount(shape)]),
  linear,
};

export const translate = (context: Context, core: Node): string =>
  (TRANSLATE[core.op.kind] as Translate<OpKind>)(context, core);
