// What stands behind a convolution and treats each channel alike: a batch norm, or sums and products with one number per channel.
import type { Norm } from '../../weights/fold.ts';
import type { NamedTensor } from '../../weights/tensors.ts';
import type { Affine } from './affine.ts';
import { numberOf, type Dataflow, type Step } from './dataflow.ts';

type Values = Float32Array<ArrayBuffer>;

const vector = (data: Values): NamedTensor => ({ shape: [data.length], data });
const filled = (count: number, value: number): NamedTensor => vector(new Float32Array(count).fill(value));

/** The constant that a step joins to its other input, if it has one number per channel, in the channels' place. */
function perChannel(flow: Dataflow, step: Step, channels: number): Values | undefined {
  const { shape = [], data } = step.inputs.map((name) => flow.constants.get(name)).find(Boolean) ?? {};
  if (data?.length !== channels) return undefined;
  const { layout, isPooled } = step.reads;
  const behind = shape.length - 1 - shape.lastIndexOf(channels);
  const isInPlace = behind === (layout === 'NCHW' ? 2 : 0);
  return isPooled || channels === 1 || isInPlace ? data : undefined;
}

type Change = (affine: Affine, values: Values) => Pick<Affine, 'bias' | 'norm'>;

const times =
  (change: (value: number) => number): Change =>
  ({ norm, bias }, values) => {
    const by = ({ data }: NamedTensor) => vector(data.map((value, c) => value * change(values[c] as number)));
    const none = (value: number) => filled(values.length, value);
    const before: Norm = norm ?? {
      scale: none(1),
      shift: none(0),
      mean: none(0),
      variance: none(1),
      epsilon: 0,
    };
    return { bias, norm: { ...before, scale: by(before.scale), shift: by(before.shift) } };
  };

const plus =
  (sign: 1 | -1): Change =>
  ({ norm, bias }, values) => {
    const added = (tensor: NamedTensor | undefined) =>
      vector(values.map((value, c) => (tensor?.data[c] ?? 0) + sign * value));
    return norm ? { bias, norm: { ...norm, shift: added(norm.shift) } } : { bias: added(bias), norm };
  };

const CHANGES: ReadonlyMap<string, Change> = new Map([
  ['Add', plus(1)],
  ['Sub', plus(-1)],
  ['Mul', times((value) => value)],
  ['Div', times((value) => 1 / value)],
]);

function normOf(flow: Dataflow, step: Step, channels: number): Norm | undefined {
  const [scale, shift, mean, variance] = step.inputs.slice(1).map((name) => flow.constants.get(name));
  const isInPlace = step.reads.layout === 'NCHW' || step.reads.isPooled;
  if (step.op !== 'BatchNormalization' || !isInPlace || !scale || !shift || !mean || !variance)
    return undefined;
  if (![scale, shift, mean, variance].every(({ data }) => data.length === channels)) return undefined;
  return { scale, shift, mean, variance, epsilon: numberOf(step, 'epsilon', 1e-5) };
}

type Changed = Pick<Affine, 'bias' | 'norm' | 'value'>;

/** One step further, if there is one. */
function next(flow: Dataflow, affine: Affine): Changed | undefined {
  const channels = affine.weight.shape[0] ?? 0;
  const [step, other] = flow.readersOf(affine.value);
  if (!step || other || affine.value === flow.output) return undefined;
  const norm = affine.norm ? undefined : normOf(flow, step, channels);
  if (norm) return { bias: affine.bias, norm, value: step.output };
  const change = CHANGES.get(step.op);
  // `x − constant` and `x / constant` are meant, not the other way round
  const isLeft = step.op === 'Add' || step.op === 'Mul' || step.inputs[0] === affine.value;
  const values = change && isLeft ? perChannel(flow, step, channels) : undefined;
  return change && values && { ...change(affine, values), value: step.output };
}

/** A bias, a product and a sum, and one to spare. */
const MAX_STEPS = 4;

/** The layer together with everything of that kind behind it. */
export function addChannelwise(flow: Dataflow, affine: Affine): Affine {
  let whole = affine;
  for (let i = 0; i < MAX_STEPS; i++) {
    const changed = next(flow, whole);
    if (!changed) break;
    whole = { ...whole, ...changed };
  }
  return whole;
}
