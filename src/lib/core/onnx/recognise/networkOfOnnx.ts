// ONNX file of a PP-LCNet, from whatever exporter → settings and tensors of ours.
import type { NetConfig, SettingName } from '../../config/netConfig.ts';
import { pplcnet } from '../../families/pplcnet.ts';
import { readConfig, settingOf } from '../../options.ts';
import type { NamedTensors } from '../../weights/tensors.ts';
import type { OnnxModel } from '../read/model.ts';
import { readOnnx } from '../read/readOnnx.ts';
import { inputShape } from './inputShape.ts';
import { readNetwork } from './network.ts';
import { withPadding } from './padding.ts';
import { sameComputation } from './sameComputation.ts';
import { assumedIn, settingsOf } from './settings.ts';
import { simplify } from './simplify.ts';
import { layersOf, officialTensors } from './tensors.ts';

export interface RecognisedNetwork {
  /** Of PP-LCNet, complete. What the file does not tell has its default. */
  readonly config: NetConfig;
  /** What the file does not tell; nothing where its metadata describe it. */
  readonly assumed: readonly SettingName[];
  /** By official name. */
  readonly tensors: NamedTensors;
}

/** The settings that the file tells in its metadata, as our own export writes them; undefined where they are not in order. */
function toldSettings({ metadata }: OnnxModel): NetConfig | undefined {
  const candidates = [...metadata].flatMap(([option, text]) => {
    const name = settingOf(option);
    return name ? [[name, text] as const] : [];
  });
  const { config, problems } = readConfig(Object.fromEntries(candidates));
  return problems.length === 0 && config.family === 'pplcnet' ? config : undefined;
}

/**
 * Follows the file from the input to the logits, so names do not matter, nor how an activation is spelled, nor whether batch norms
 * are folded. Metadata is believed only where it describes the very network that was found: it then settles what a file cannot
 * tell (the rate of `inverted` dropout, where equal blocks fall into stages). Throws OnnxError: which node, what was found, what a
 * PP-LCNet has there.
 */
export function networkOfOnnx(file: Uint8Array<ArrayBuffer> | OnnxModel): RecognisedNetwork {
  const model = file instanceof Uint8Array ? readOnnx(file) : file;
  const flow = simplify(model);
  const found = readNetwork(flow);
  const input = inputShape(model, flow);
  const inferred = withPadding(settingsOf(found, input), layersOf(found));
  const told = toldSettings(model);
  const toldGraph = told && pplcnet.build(told);
  const isTrue = toldGraph !== undefined && sameComputation(toldGraph, inferred.graph);
  const { config, graph } = told && isTrue ? { config: told, graph: toldGraph } : inferred;
  return { config, assumed: isTrue ? [] : assumedIn(found, input), tensors: officialTensors(graph, found) };
}
