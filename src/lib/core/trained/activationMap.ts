// Class activation map of PP-LCNet (Grad-CAM, Selvaraju et al. 2017, arXiv 1610.02391): where in the picture a class score comes from.
import type { NetConfig } from '../config/netConfig.ts';
import { tensorOf, type NamedTensors } from '../weights/tensors.ts';

/** What the head makes of C pooled channels: [last 1×1 convolution → h-swish → dropout's factor →] classifier. */
interface Head {
  readonly weights: NamedTensors;
  readonly lastConv: number;
  /** Factor that dropout leaves at inference. */
  readonly kept: number;
}

/** PP-LCNet with h-swish behind its last convolution. */
export const headOf = ({ lastConv, dropout, dropoutMode }: NetConfig, weights: NamedTensors): Head => ({
  weights,
  lastConv,
  kept: dropoutMode === 'downscale' ? 1 - dropout : 1,
});

/** Whether the map below is right for a network: weights from files may be of others. */
export const hasActivationMap = ({ family, lastConv, activation }: NetConfig): boolean =>
  family === 'pplcnet' && (lastConv === 0 || activation === 'hardswish');

/** Derivative of x · relu6(x + 3) / 6. */
const hardSwishSlope = (x: number): number => (x <= -3 ? 0 : x >= 3 ? 1 : (2 * x + 3) / 6);

/** Derivative of one class score by each pooled channel. @param pooled C means over the map */
export function scoreGradient(head: Head, pooled: Float32Array, classIndex: number): Float64Array {
  const classifier = tensorOf(head.weights, 'fc.weight');
  const [features = 0, classes = 1] = classifier.shape;
  const ofClass = (feature: number) => classifier.data[feature * classes + classIndex] as number;
  if (head.lastConv === 0) return Float64Array.from({ length: features }, (_, c) => ofClass(c));
  const { data } = tensorOf(head.weights, 'last_conv.weight');
  const bias = head.weights.get('last_conv.bias')?.data;
  const channels = pooled.length;
  const gradient = new Float64Array(channels);
  for (let f = 0; f < head.lastConv; f++) {
    let sum = bias?.[f] ?? 0;
    for (let c = 0; c < channels; c++) sum += (data[f * channels + c] as number) * (pooled[c] as number);
    const slope = head.kept * hardSwishSlope(sum) * ofClass(f);
    if (slope !== 0)
      for (let c = 0; c < channels; c++)
        gradient[c] = (gradient[c] as number) + slope * (data[f * channels + c] as number);
  }
  return gradient;
}

interface Request {
  readonly head: Head;
  /** What the last block hands on: height × width × channels. */
  readonly values: Float32Array;
  readonly channels: number;
  readonly classIndex: number;
}

/** One value per position: the channels weighed by how the score depends on them. Positive speaks for the class. */
export function activationMap({ head, values, channels, classIndex }: Request): Float32Array<ArrayBuffer> {
  const positions = values.length / channels;
  const pooled = new Float32Array(channels);
  for (let i = 0; i < values.length; i++)
    pooled[i % channels] = (pooled[i % channels] as number) + (values[i] as number) / positions;
  const gradient = scoreGradient(head, pooled, classIndex);
  return Float32Array.from({ length: positions }, (_, at) => {
    let sum = 0;
    for (let c = 0; c < channels; c++) sum += (gradient[c] as number) * (values[at * channels + c] as number);
    return sum;
  });
}
