// Calibration: statistics for untrained batch norms, so that activations neither die nor explode, for any picture and resolution.
import { isKind, type Graph, type OpKind } from '../graph/ir.ts';
import { MOMENTS, type MomentCall, type Moments } from './moments.ts';
import { tensorOf, type NamedTensor, type NamedTensors } from './tensors.ts';

/** How much of a channel's variance is the average of its layer: tames channels that hardly vary. */
const SHARED = 0.5;

const smoothed = (variance: Float64Array): Float64Array => {
  const average = variance.reduce((sum, v) => sum + v, 0) / variance.length;
  return variance.map((v) => SHARED * average + (1 - SHARED) * v);
};

const vector = (values: Float64Array): NamedTensor => ({
  shape: [values.length],
  data: Float32Array.from(values),
});

/**
 * The same tensors with new batch-norm means and variances: each batch norm takes the moments of what reaches it.
 * Moments come from the weights alone (mean-field theory, Schoenholz et al. 2017), not from sample pictures: the few pictures
 * that fit into a moment make statistics so peculiar to them that other pictures explode.
 */
export function calibrate(graph: Graph, weights: NamedTensors): NamedTensors {
  const calibrated = new Map(weights);
  const momentsOf = new Map<string, Moments>();
  const none: Moments = { mean: new Float64Array(), variance: new Float64Array() };
  const lastNorm = graph.nodes.findLastIndex((node) => isKind(node, 'batchNorm'));
  for (const node of graph.nodes.slice(0, lastNorm + 1)) {
    const [input = none, ...others] = node.inputs.map((name) => momentsOf.get(name) ?? none);
    if (isKind(node, 'batchNorm')) {
      calibrated.set(`${node.name}._mean`, vector(input.mean));
      calibrated.set(`${node.name}._variance`, vector(smoothed(input.variance)));
    }
    const tensor = (suffix: string) => tensorOf(calibrated, `${node.name}.${suffix}`).data;
    const propagate = MOMENTS[node.op.kind] as (call: MomentCall<OpKind>) => Moments;
    momentsOf.set(node.name, propagate({ node, input, others, tensor }));
  }
  return calibrated;
}
