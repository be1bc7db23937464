// A network and its weights as a safetensors file that says which network it is.
import type { NetConfig } from '../config/netConfig.ts';
import { FAMILIES } from '../families/index.ts';
import { checkWeights, type NamedTensors } from '../weights/tensors.ts';
import { writeSafetensors } from '../weights/writeSafetensors.ts';
import { toMetadata } from './metadata.ts';

interface Request {
  readonly config: NetConfig;
  /** Exactly the network's tensors, by official name. */
  readonly weights: NamedTensors;
}

/** Official names and layouts, 32-bit floats, and the options of the architecture as metadata. Throws WeightsError. */
export function exportSafetensors({ config, weights }: Request): Uint8Array<ArrayBuffer> {
  checkWeights(FAMILIES[config.family].build(config), weights);
  return writeSafetensors({ tensors: weights, metadata: toMetadata(config) });
}
