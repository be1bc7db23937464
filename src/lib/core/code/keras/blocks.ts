// The functions that PP-LCNet is made of in Keras, each from a tensor to a tensor.
import type { Plan } from '../plan.ts';
import { narrowestExcited } from '../pplcnetTable.ts';
import { float, lines } from '../python.ts';
import { squeezed } from '../squeezed.ts';
import { COLUMNS } from '../columns.ts';
import { ACTIVATION_WORDS, GATE_WORDS } from '../words.ts';
import { activationLayer, GATES } from './layers.ts';

/** Where it need not be said. */
const USUAL_EPSILON = 1e-3;

export const normAct = ({ config: { bnEpsilon, activation } }: Plan): string =>
  lines(
    'def bn_act(x: KerasTensor, name: str) -> KerasTensor:',
    `    """Batch norm, ${ACTIVATION_WORDS[activation]}."""`,
    '    x = layers.BatchNormalization(',
    '        momentum=0.9,',
    bnEpsilon !== USUAL_EPSILON && `        epsilon=${float(bnEpsilon)},`,
    '        name=f"{name}_bn",',
    '    )(x)',
    activationLayer({ activation, name: 'f"{name}_act"', lead: 'return' }),
  );

export function squeezeExcite(plan: Plan): string {
  const { seReduction, gate } = plan.config;
  const { argument, statement } = GATES[gate];
  return lines(
    'def squeeze_excite(x: KerasTensor, name: str) -> KerasTensor:',
    `    """Weigh channels: global average, C -> C / ${seReduction} -> C, ${GATE_WORDS[gate]}."""`,
    '    channels = x.shape[-1]',
    '    gate = layers.GlobalAveragePooling2D(keepdims=True)(x)',
    '    gate = layers.Conv2D(',
    `        ${squeezed(plan.config, narrowestExcited(plan))},`,
    '        kernel_size=1,',
    '        activation="relu",',
    '        name=f"{name}_conv1",',
    '    )(gate)',
    '    gate = layers.Conv2D(',
    '        channels,',
    '        kernel_size=1,',
    argument !== false && `        ${argument},`,
    '        name=f"{name}_conv2",',
    '    )(gate)',
    statement,
    '    return layers.Multiply()([x, gate])',
  );
}

/** Whether layers of stride 1 alone are padded by Keras; the others by a layer before them. */
export const padsApart = ({ config, strided }: Plan): boolean => config.padding === 'symmetric' && strided;

const SYMMETRIC = '# As in Paddle and PyTorch; "same" would put the odd pixel last.';

/** Statements that pad `x` before the depthwise convolution and set `padding`, and the argument that uses it. */
function padding(plan: Plan): { readonly before: readonly string[]; readonly argument: string } {
  const stride = plan.table.cell(COLUMNS.stride);
  if (!padsApart(plan) || stride === '1') return { before: [], argument: 'padding="same"' };
  const pad = `x = layers.ZeroPadding2D(${plan.table.cell(COLUMNS.kernel)} // 2)(x)`;
  if (!stride.startsWith('block.'))
    return { before: [`    ${SYMMETRIC}`, `    ${pad}`], argument: 'padding="valid"' };
  return {
    before: [
      '    padding = "same"',
      `    if ${stride} != 1:`,
      `        ${SYMMETRIC}`,
      `        ${pad}`,
      '        padding = "valid"',
    ],
    argument: 'padding=padding',
  };
}

export function depthwiseSeparable(plan: Plan): string {
  const { hasSe, table } = plan;
  const { before, argument } = padding(plan);
  const [stride, se] = [table.cell(COLUMNS.stride), table.cell(COLUMNS.se)];
  const excite = 'x = squeeze_excite(x, f"{name}_se")';
  return lines(
    'def depthwise_separable(x: KerasTensor, block: Block, name: str) -> KerasTensor:',
    `    """Depthwise convolution, ${hasSe ? 'SE, ' : ''}pointwise convolution; no shortcut."""`,
    ...before,
    '    x = layers.DepthwiseConv2D(',
    `        kernel_size=${table.cell(COLUMNS.kernel)},`,
    stride !== '1' && `        strides=${stride},`,
    `        ${argument},`,
    '        use_bias=False,',
    '        name=f"{name}_dw_conv_conv",',
    '    )(x)',
    '    x = bn_act(x, f"{name}_dw_conv")',
    hasSe && (se === 'True' ? `    ${excite}` : lines(`    if ${se}:`, `        ${excite}`)),
    '    x = layers.Conv2D(',
    '        block.out_channels,',
    '        kernel_size=1,',
    '        use_bias=False,',
    '        name=f"{name}_pw_conv_conv",',
    '    )(x)',
    '    return bn_act(x, f"{name}_pw_conv")',
  );
}
