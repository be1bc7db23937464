// Published weights of PP-LCNet, for the visitor to fetch with a click: where they lie, how large they are, under which licence.
import { PPLCNET_PUBLISHED } from '../facts/pplcnet.ts';
import { TIMM } from '../facts/timm.ts';
import { pplcnet } from '../families/pplcnet.ts';
import { graphParameters, parameterSize } from '../graph/parameters.ts';

export interface OfficialFile {
  readonly publisher: 'timm' | 'PaddleClas';
  /** As the publisher names the model. */
  readonly model: string;
  readonly url: string;
  readonly fileName: string;
  /** timm: as the models' pages have it, rounded there. PaddleClas: 4 for each element, without what the format adds. */
  readonly bytes: number;
  /** SPDX identifier. */
  readonly licence: string;
  /** In percent on ImageNet's validation images, as the publisher has it. */
  readonly top1: number;
}

const PADDLE_FOLDER = 'https://paddle-imagenet-models-name.bj.bcebos.com/dygraph/legendary_models';

/** Bytes of the default network's tensors at a scale. */
const tensorBytes = (scale: number): number =>
  graphParameters(pplcnet.build({ ...pplcnet.defaults, scale })).reduce(
    (total, spec) => total + 4 * parameterSize(spec),
    0,
  );

/** MODEL_URLS of ppcls/arch/backbone/legendary_models/pp_lcnet.py: a file for every published width. */
const paddleFiles = (): readonly OfficialFile[] =>
  PPLCNET_PUBLISHED.filter(({ ablation }) => ablation === undefined).map(({ name, change, top1 }) => {
    const fileName = `${name}_pretrained.pdparams`;
    return {
      publisher: 'PaddleClas',
      model: name,
      url: `${PADDLE_FOLDER}/${fileName}`,
      fileName,
      bytes: tensorBytes(change.scale ?? 1),
      licence: 'Apache-2.0',
      top1,
    };
  });

const TIMM_BYTES: Readonly<Record<string, number>> = {
  'lcnet_050.ra2_in1k': 7.56e6,
  'lcnet_075.ra2_in1k': 9.48e6,
  'lcnet_100.ra2_in1k': 11.9e6,
};

const timmFiles = (): readonly OfficialFile[] =>
  TIMM.flatMap(({ name, top1 }) => {
    const bytes = TIMM_BYTES[name];
    if (bytes === undefined) return [];
    return {
      publisher: 'timm',
      model: name,
      url: `https://huggingface.co/timm/${name}/resolve/main/model.safetensors`,
      fileName: `${name}.safetensors`,
      bytes,
      licence: 'Apache-2.0',
      top1,
    };
  });

export const officialFiles = (): readonly OfficialFile[] => [...timmFiles(), ...paddleFiles()];
