// Trained weights of one network: cut out of the shared ones, batch norm's statistics taken from images on the device.
import type { Graph } from '../../core/graph/ir.ts';
import { IMAGE_PIXELS, normalisedGrey } from '../../core/trained/grey.ts';
import { cutNetwork } from '../../core/weights/supernet.ts';
import type { NamedTensors } from '../../core/weights/tensors.ts';
import type { Runtime } from '../engine.ts';
import type { TaskData } from './taskData.ts';

interface Request {
  readonly graph: Graph;
  readonly data: TaskData;
  readonly runtime: Runtime;
  readonly signal?: AbortSignal;
}

export function trainedWeights({ graph, data, runtime, signal }: Request): Promise<NamedTensors> {
  const input = normalisedGrey(data.calibration);
  const batch = data.calibration.length / IMAGE_PIXELS;
  return runtime.recalibrate({ graph, weights: cutNetwork(graph, data.supernet) }, { input, batch, signal });
}
