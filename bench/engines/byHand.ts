// PP-LCNet x1.0 as somebody would write it with the public operations of tfjs: block after block, folded weights.
import {
  add,
  avgPool,
  clipByValue,
  dispose,
  div,
  fused,
  mul,
  relu6,
  tensor,
  tensor4d,
  tidy,
  type Tensor,
  type Tensor4D,
} from '@tensorflow/tfjs';
import type { NetConfig } from '../../src/lib/core/config/netConfig.ts';
import { FAMILIES } from '../../src/lib/core/families/index.ts';
import { foldNorm } from '../../src/lib/core/weights/fold.ts';
import { tensorOf, type NamedTensors } from '../../src/lib/core/weights/tensors.ts';
import { filterLayout } from '../../src/lib/core/weights/layouts.ts';

interface Layer {
  readonly filter: Tensor4D;
  readonly bias: Tensor | undefined;
}

interface ConvOptions {
  readonly activation?: 'linear' | 'relu';
  readonly pad?: number;
  readonly strides?: number;
}

/** How h-swish is written: its factor on the preceding weights, and the rest. */
interface HardSwish {
  readonly gain: number;
  readonly apply: (x: Tensor4D) => Tensor4D;
}

/** x · relu6(x + 3) / 6, as everybody writes it. */
export const plainHardSwish: HardSwish = { gain: 1, apply: (x) => div(mul(x, relu6(add(x, 3))), 6) };

const unit = 1 / Math.sqrt(6);
/** The same with 1/√6 in the weights: one kernel less, as this program has it. */
export const cheapHardSwish: HardSwish = {
  gain: unit,
  apply: (x) => mul(x, clipByValue(add(x, 3 * unit), 0, 6 * unit)),
};

export interface ByHand {
  readonly run: (input: Tensor4D) => Promise<ArrayLike<number>>;
}

export function byHand(config: NetConfig, weights: NamedTensors, hardSwish: HardSwish): ByHand {
  const toVector = (data: Float32Array, gain: number) => tensor(data.map((w) => w * gain));
  const toFilter = ([a = 1, b = 1, c = 1, d = 1]: readonly number[], data: Float32Array, gain: number) =>
    tensor4d(
      data.map((w) => w * gain),
      [a, b, c, d],
    );

  const convBn = (name: string, groups: number): Layer => {
    const part = (suffix: string) => tensorOf(weights, `${name}.${suffix}`);
    const norm = {
      scale: part('bn.weight'),
      shift: part('bn.bias'),
      mean: part('bn._mean'),
      variance: part('bn._variance'),
      epsilon: config.bnEpsilon,
    };
    const folded = foldNorm({ weight: part('conv.weight'), bias: undefined }, norm);
    const { shape, data } = filterLayout(folded.weight, groups);
    const bias = folded.bias && toVector(folded.bias.data, hardSwish.gain);
    return { filter: toFilter(shape, data, hardSwish.gain), bias };
  };

  const pointwise = (name: string, gain: number): Layer => {
    const { shape, data } = filterLayout(tensorOf(weights, `${name}.weight`), 1);
    const bias = weights.get(`${name}.bias`);
    return { filter: toFilter(shape, data, gain), bias: bias && toVector(bias.data, gain) };
  };

  const stem = convBn('conv1', 1);
  const blocks = FAMILIES.pplcnet.rows(config).map((row) => ({
    ...row,
    depthwise: convBn(`${row.id}.dw_conv`, row.inChannels),
    squeeze: row.se ? pointwise(`${row.id}.se.conv1`, 1) : undefined,
    excite: row.se ? pointwise(`${row.id}.se.conv2`, 1) : undefined,
    pointwise: convBn(`${row.id}.pw_conv`, 1),
  }));
  const last = pointwise('last_conv', hardSwish.gain);
  const { shape: fcShape, data: fcData } = tensorOf(weights, 'fc.weight');
  const classifier: Layer = {
    filter: toFilter([1, 1, ...fcShape], fcData, 1 - config.dropout),
    bias: tensor(tensorOf(weights, 'fc.bias').data),
  };

  const conv = (
    x: Tensor4D,
    { filter, bias }: Layer,
    { activation = 'linear', pad = 0, strides = 1 }: ConvOptions = {},
  ): Tensor4D => fused.conv2d<Tensor4D>({ x, filter, strides, pad, activation, ...(bias && { bias }) });
  const pool = (x: Tensor4D) => avgPool(x, [x.shape[1], x.shape[2]], 1, 'valid');

  const forward = (input: Tensor4D): Tensor4D => {
    let x = hardSwish.apply(conv(input, stem, { pad: 1, strides: 2 }));
    for (const { depthwise, squeeze, excite, pointwise: wide, kernel, stride } of blocks) {
      const { filter, bias } = depthwise;
      const [strides, pad] = [stride[0], (kernel - 1) / 2];
      x = hardSwish.apply(
        fused.depthwiseConv2d<Tensor4D>({ x, filter, strides, pad, ...(bias && { bias }) }),
      );
      if (squeeze && excite) {
        const gate = conv(conv(pool(x), squeeze, { activation: 'relu' }), excite);
        x = mul(x, div(relu6(add(gate, 3)), 6));
      }
      x = hardSwish.apply(conv(x, wide));
    }
    return conv(hardSwish.apply(conv(pool(x), last)), classifier);
  };

  return {
    run: async (input) => {
      const logits = tidy(() => forward(input));
      const values = await logits.data();
      dispose(logits);
      return values;
    },
  };
}
