// Convolutions and linear layers of a file, with what stands behind them and is linear, too: biases and batch norms.
import type { Pair } from '../../config/netConfig.ts';
import type { Norm } from '../../weights/fold.ts';
import type { NamedTensor } from '../../weights/tensors.ts';
import type { Pads } from '../windowPads.ts';
import { addChannelwise } from './channelwise.ts';
import { numberOf, numbersOf, onlyReader, refuse, type Dataflow, type Step } from './dataflow.ts';
import { addPads, NO_PADS, padsOf } from './pads.ts';

export interface Affine {
  /** For messages. */
  readonly step: Step;
  /** [out, in / groups, kernel height, kernel width], of linear layers, too. */
  readonly weight: NamedTensor;
  readonly groups: number;
  readonly stride: Pair;
  /** `same`: by TensorFlow's rule, whatever the size. */
  readonly pads: Pads | 'same';
  readonly bias: NamedTensor | undefined;
  readonly norm: Norm | undefined;
  /** Name of the value behind it. */
  readonly value: string;
}

function constantOf(flow: Dataflow, step: Step, index: number, what: string): NamedTensor {
  const name = step.inputs[index] ?? '';
  return flow.constants.get(name) ?? refuse(step, `${what} in the file`, name === '' ? 'nothing' : name);
}

const optional = (flow: Dataflow, { inputs }: Step, index: number): NamedTensor | undefined =>
  flow.constants.get(inputs[index] ?? '');

const pairOf = (step: Step, name: string): Pair => {
  const [height = 1, width = height] = numbersOf(step, name) ?? [1, 1];
  return [height, width];
};

function ofConv(flow: Dataflow, step: Step): Omit<Affine, 'value' | 'norm' | 'step'> {
  const weight = constantOf(flow, step, 1, 'weights');
  if (weight.shape.length !== 4) refuse(step, 'weights of four dimensions', `${weight.shape.length}`);
  if (step.reads.layout !== 'NCHW' && !step.reads.isPooled) refuse(step, 'channels before height and width');
  const dilation = pairOf(step, 'dilations');
  if (dilation.join() !== '1,1') refuse(step, 'no dilation', dilation.join('×'));
  return {
    weight,
    groups: numberOf(step, 'group', 1),
    stride: pairOf(step, 'strides'),
    pads: padsOf(step, weight),
    bias: optional(flow, step, 2),
  };
}

/** Linear layers with weights [in, out], or [out, in] where Gemm turns them. */
function ofMatrix(flow: Dataflow, step: Step): Omit<Affine, 'value' | 'norm' | 'step'> {
  const { shape, data } = constantOf(flow, step, 1, 'weights');
  const [rows, columns] = shape;
  if (shape.length !== 2 || rows === undefined || columns === undefined)
    return refuse(step, 'weights of two dimensions', `${shape.length}`);
  if (!step.reads.isPooled) refuse(step, 'a vector per image');
  const isGemm = step.op === 'Gemm';
  if (isGemm && numberOf(step, 'transA', 0) !== 0) refuse(step, 'an input that is not turned');
  const alpha = isGemm ? numberOf(step, 'alpha', 1) : 1;
  const beta = isGemm ? numberOf(step, 'beta', 1) : 1;
  const isTurned = isGemm && numberOf(step, 'transB', 0) !== 0;
  const [out, into] = isTurned ? [rows, columns] : [columns, rows];
  const at = (o: number, i: number) => (isTurned ? o * into + i : i * out + o);
  const weight = Float32Array.from(
    data,
    (_, k) => alpha * (data[at(Math.floor(k / into), k % into)] as number),
  );
  const bias = isGemm ? optional(flow, step, 2) : undefined;
  return {
    weight: { shape: [out, into, 1, 1], data: weight },
    groups: 1,
    stride: [1, 1],
    pads: NO_PADS,
    bias: bias && { shape: bias.shape, data: bias.data.map((b) => beta * b) },
  };
}

const READ: ReadonlyMap<string, typeof ofConv> = new Map([
  ['Conv', ofConv],
  ['Gemm', ofMatrix],
  ['MatMul', ofMatrix],
]);

/** The layer that reads a value, alone. Throws OnnxError where something else stands there. */
export function readAffine(flow: Dataflow, value: string, expected: string): Affine {
  let step = onlyReader(flow, value, expected);
  const pad = step.op === 'Pad' ? step : undefined;
  if (pad) step = onlyReader(flow, pad.output, expected);
  const read = READ.get(step.op) ?? refuse(step, expected);
  const found = read(flow, step);
  if (step.inputs[0] !== (pad?.output ?? value)) refuse(step, `${expected} of what came before`);
  const channels = found.weight.shape[0] ?? 0;
  const bias = found.bias && { shape: [channels], data: found.bias.data };
  if (bias && bias.data.length !== channels) refuse(step, `${channels} biases`, `${bias.data.length}`);
  const pads = pad ? addPads(flow, pad, found.pads) : found.pads;
  return addChannelwise(flow, { ...found, step, bias, pads, norm: undefined, value: step.output });
}
