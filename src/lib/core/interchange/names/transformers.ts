// Names of the transformers library and of PaddleX, which differ between versions.
// Source: transformers/models/pp_lcnet/modeling_pp_lcnet.py (the first version, with the official names behind `model.`, and
// the one of 2026), PaddleX paddlex/inference/models/image_classification/modeling (stem in the encoder, classifier `head`).
import { fromTorchStatistics, renamedBy, type OfficialNames } from './official.ts';

const STEM = /^(?:model\.conv1\.conv|(?:embedder|encoder)\.convolution\.convolution)\.weight$/;

/** The first stage of the table is blocks2. */
const FIRST_STAGE = 2;

const RULES: readonly (readonly [RegExp, string])[] = [
  [/^model\./, ''],
  [/^(?:embedder|encoder)\.convolution\./, 'conv1.'],
  [/\.depthwise_convolution\./, '.dw_conv.'],
  [/\.pointwise_convolution\./, '.pw_conv.'],
  [/\.squeeze_excitation_module\.(?:convolution1|convolutions\.0)\./, '.se.conv1.'],
  [/\.squeeze_excitation_module\.(?:convolution2|convolutions\.2)\./, '.se.conv2.'],
  [/\.convolution\.(?=weight$)/, '.conv.'],
  [/\.normalization\./, '.bn.'],
  [/^last_convolution\./, 'last_conv.'],
  [/^head\./, 'fc.'],
];

const BLOCK = /^encoder\.blocks\.(\d+)\.layers\.(\d+)\./;

const official = (name: string): string =>
  RULES.reduce(
    (text, [from, to]) => text.replace(from, to),
    name.replace(
      BLOCK,
      (_, stage: string, block: string) => `blocks${Number(stage) + FIRST_STAGE}.${block}.`,
    ),
  );

export const transformersNames: OfficialNames = renamedBy(STEM, (name) =>
  fromTorchStatistics(official(name)),
);
