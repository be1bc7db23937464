// Batch norm recalibrated by a batch of images, node by node, with the reference ops.
import { isKind } from '../graph/ir.ts';
import { ChannelStatistics, keepStatistics } from './channelStatistics.ts';
import type { NamedTensor, NamedTensors } from './tensors.ts';
import { referenceSteps, type ReferenceRun } from '../reference/run.ts';

type Recalibration = Omit<ReferenceRun, 'weights'> & { readonly weights: NamedTensors };

/** Yields after every node; returns the weights with every batch norm's statistics taken from what reaches it. */
export function* recalibrating(run: Recalibration): Generator<undefined, NamedTensors> {
  const weights = new Map<string, NamedTensor>(run.weights);
  const norms = run.graph.nodes.filter((node) => isKind(node, 'batchNorm'));
  // each node reads its tensors only when its turn has come
  for (const { node, output } of referenceSteps({ ...run, weights })) {
    for (const norm of norms.filter(({ inputs: [source] }) => source === node.name)) {
      const statistics = new ChannelStatistics(node.shape[2]);
      statistics.addValues(output);
      keepStatistics(weights, norm.name, statistics);
    }
    yield undefined;
  }
  return weights;
}
