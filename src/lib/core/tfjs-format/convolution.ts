// Convolutions for TensorFlow.js: batch norm folded, bias and activation fused, padding written out where it is not TensorFlow's own.
import { type Node, type Shape } from '../graph/ir.ts';
import { paddingAmount, type PaddingAmount } from '../graph/padding.ts';
import type { Padding } from '../config/netConfig.ts';
import { foldNorm, type Filters } from '../weights/fold.ts';
import { filterLayout } from '../weights/layouts.ts';
import { FUSED } from './chains.ts';
import { firstInput, named, type Context } from './context.ts';
import { integers, word, words, type Attributes } from './graphDef.ts';

type Windowed = Node<'conv' | 'maxPool'>;

/** Pixels added before and after, along height and width. */
function paddingsOf({ op, inputShapes }: Windowed, padding: Padding): readonly PaddingAmount[] {
  const [height, width] = inputShapes[0] as Shape;
  return [height, width].map((size, axis) =>
    paddingAmount({ size, kernel: op.kernel[axis] ?? 1, stride: op.stride[axis] ?? 1, padding }),
  );
}

/** Whether TensorFlow's `SAME` adds the same pixels. */
const isSame = (node: Windowed): boolean =>
  JSON.stringify(paddingsOf(node, node.op.padding)) === JSON.stringify(paddingsOf(node, 'same'));

/** [before, after] of batch, height, width and channels. */
const explicitPaddings = (node: Windowed): readonly number[] => [
  0,
  0,
  ...paddingsOf(node, node.op.padding).flatMap(({ before, after }) => [before, after]),
  0,
  0,
];

function geometry(node: Node<'conv'>): Attributes {
  const { stride } = node.op;
  return {
    strides: integers([1, ...stride, 1]),
    dilations: integers([1, 1, 1, 1]),
    data_format: word('NHWC'),
    ...(isSame(node)
      ? { padding: word('SAME') }
      : { padding: word('EXPLICIT'), explicit_paddings: integers(explicitPaddings(node)) }),
  };
}

function filtersOf(context: Context, core: Node<'conv'>): Filters {
  const { norm } = context.chain;
  const filters = {
    weight: named(context, core, 'weight'),
    bias: core.op.bias ? named(context, core, 'bias') : undefined,
  };
  if (!norm) return filters;
  return foldNorm(filters, {
    scale: named(context, norm, 'weight'),
    shift: named(context, norm, 'bias'),
    mean: named(context, norm, '_mean'),
    variance: named(context, norm, '_variance'),
    epsilon: norm.op.epsilon,
  });
}

/** Throws at convolutions in groups that are not depthwise: TensorFlow.js has none. */
export function convolution(context: Context, core: Node<'conv'>): string {
  const { writer, chain, name } = context;
  const { groups } = core.op;
  const isDepthwise = groups > 1;
  if (isDepthwise && groups !== core.inputShapes[0]?.[2])
    throw new Error(`${core.name}: 1 group or one per channel expected, got ${groups} groups`);
  const { weight, bias } = filtersOf(context, core);
  const filter = writer.constant(`${name}/filter`, filterLayout(weight, groups));
  const inputs = [firstInput(context), filter];
  if (!bias)
    return writer.add(isDepthwise ? 'DepthwiseConv2dNative' : 'Conv2D', name, inputs, geometry(core));
  const fused = chain.activation && FUSED[chain.activation.op.function];
  return writer.add(
    isDepthwise ? 'FusedDepthwiseConv2dNative' : '_FusedConv2D',
    name,
    [...inputs, writer.constant(`${name}/bias`, bias)],
    {
      ...geometry(core),
      num_args: { i: '1' },
      fused_ops: words(['BiasAdd', ...(fused ? [fused] : [])]),
    },
  );
}

/** TensorFlow.js pools with `SAME` or no padding only: other borders are added first, with the least number there is. */
export function maxPool(context: Context, node: Node<'maxPool'>): string {
  const { writer, name } = context;
  const { kernel, stride } = node.op;
  const same = isSame(node);
  const input = same ? firstInput(context) : bordered(context, node);
  return writer.add('MaxPool', name, [input], {
    ksize: integers([1, ...kernel, 1]),
    strides: integers([1, ...stride, 1]),
    padding: word(same ? 'SAME' : 'VALID'),
    data_format: word('NHWC'),
  });
}

/** The least finite number in 32 bits. */
const LEAST = -(2 - 2 ** -23) * 2 ** 127;

function bordered(context: Context, node: Node<'maxPool'>): string {
  const { writer, name } = context;
  const amounts = writer.constant(`${name}/paddings`, {
    shape: [4, 2],
    data: Int32Array.from(explicitPaddings(node)),
  });
  const inputs = [firstInput(context), amounts, writer.number(LEAST)];
  return writer.add('PadV2', `${name}/padded`, inputs);
}
