// Packing: weights of convolutions and linear layers in panels of eight outputs, with batch norm and dropout folded in.
import { isKind, type Node } from '../../../core/graph/ir.ts';
import { tensorOf, type NamedTensors } from '../../../core/weights/tensors.ts';
import type { Task } from './tasks.ts';

/** Outputs of a panel. */
const PANEL = 8;
/** Of a depthwise convolution. */
const DEPTHWISE_PANEL = 4;

type Floats = Float32Array<ArrayBuffer>;

/** Per channel: what results are multiplied by, and what is added. */
export interface Affine {
  readonly gain: Float32Array;
  readonly offset: Float32Array;
}

/** γ / √(σ² + ε) and β − μ γ / √(σ² + ε), filled up with zeros to whole vectors. */
export function normAffine(norm: Node<'batchNorm'>, weights: NamedTensors): Affine {
  const of = (suffix: string): Float32Array => tensorOf(weights, `${norm.name}.${suffix}`).data;
  const [scale, shift, mean, variance] = [of('weight'), of('bias'), of('_mean'), of('_variance')];
  const gain = new Float32Array(PANEL * Math.ceil(scale.length / PANEL));
  const offset = new Float32Array(gain.length);
  for (let c = 0; c < scale.length; c++) {
    const factor = (scale[c] as number) / Math.sqrt((variance[c] as number) + norm.op.epsilon);
    gain[c] = factor;
    offset[c] = (shift[c] as number) - (mean[c] as number) * factor;
  }
  return { gain, offset };
}

/** Bias and gain of each output: of the layer's own bias, and of the batch norm after it. */
function outputAffine({ core, norm }: Task, weights: NamedTensors): Affine {
  const layer = core as Node<'conv' | 'linear'>;
  const channels = layer.shape[2];
  const hasBias = !isKind(layer, 'conv') || layer.op.bias;
  const bias = hasBias ? tensorOf(weights, `${layer.name}.bias`).data : new Float32Array(channels);
  if (!norm) return { gain: new Float32Array(channels).fill(1), offset: bias };
  const { gain, offset } = normAffine(norm, weights);
  return { gain, offset: offset.map((value, c) => value + (bias[c] ?? 0) * (gain[c] as number)) };
}

/** Values that one output needs. */
export function depthOf(core: Node<'conv' | 'linear'>): number {
  const channels = core.inputShapes[0]?.[2] ?? 0;
  return isKind(core, 'conv')
    ? (core.op.kernel[0] * core.op.kernel[1] * channels) / core.op.groups
    : channels;
}

const panelOf = (core: Node<'conv' | 'linear'>): number =>
  isKind(core, 'conv') && core.op.groups > 1 ? DEPTHWISE_PANEL : PANEL;

/** Values of all panels: eight biases, then for each input eight weights. */
export const packedSize = (core: Node<'conv' | 'linear'>): number =>
  panelOf(core) * Math.ceil(core.shape[2] / panelOf(core)) * (depthOf(core) + 1);

interface Source {
  readonly data: Float32Array;
  /** From one output's weights to the next one's, and along its depth. */
  readonly perOutput: number;
  readonly perDepth: number;
}

/** Convolution kernels with several places lie channel by channel: here place by place, as the windows are read. */
function placeByPlace({ op, inputShapes }: Node<'conv'>, data: Float32Array): Float32Array {
  const area = op.kernel[0] * op.kernel[1];
  const channels = (inputShapes[0]?.[2] ?? 0) / op.groups;
  if (area === 1 || channels === 1) return data;
  const moved = new Float32Array(data.length);
  for (let o = 0; o < op.outChannels; o++)
    for (let c = 0; c < channels; c++)
      for (let k = 0; k < area; k++)
        moved[(o * area + k) * channels + c] = data[(o * channels + c) * area + k] as number;
  return moved;
}

function sourceOf(core: Node<'conv' | 'linear'>, weights: NamedTensors): Source {
  const { data } = tensorOf(weights, `${core.name}.weight`);
  if (!isKind(core, 'conv')) return { data, perOutput: 1, perDepth: core.shape[2] };
  return { data: placeByPlace(core, data), perOutput: depthOf(core), perDepth: 1 };
}

/** Writes all panels of a task's convolution or linear layer to `packed`, packedSize values. */
export function packWeights(task: Task, weights: NamedTensors, packed: Floats): void {
  const core = task.core as Node<'conv' | 'linear'>;
  const { gain, offset } = outputAffine(task, weights);
  const panel = panelOf(core);
  const [outputs, depth] = [core.shape[2], depthOf(core)];
  const { data, perOutput, perDepth } = sourceOf(core, weights);
  for (let first = 0, at = 0; first < outputs; first += panel, at += panel * (depth + 1)) {
    const count = Math.min(panel, outputs - first);
    packed.fill(0, at, at + (count < panel ? panel * (depth + 1) : panel));
    for (let j = 0; j < count; j++) {
      const factor = (gain[first + j] as number) * task.scale;
      packed[at + j] = offset[first + j] as number;
      let to = at + panel + j;
      let from = (first + j) * perOutput;
      for (let d = 0; d < depth; d++, to += panel, from += perDepth)
        packed[to] = (data[from] as number) * factor;
    }
  }
}
