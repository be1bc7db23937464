// Published weights come in: bytes of a weight file → a network of this program with its weights.
import type { NetConfig, SettingName } from '../config/netConfig.ts';
import { describeProblem } from '../config/problem.ts';
import { TASK_RECIPES, type Recipe } from '../image/recipe.ts';
import { FAMILIES } from '../families/index.ts';
import { pplcnet } from '../families/pplcnet.ts';
import { networkOfOnnx } from '../onnx/recognise/networkOfOnnx.ts';
import { readConfig } from '../options.ts';
import { readPdparams } from '../weights/pdparams.ts';
import { readSafetensors } from '../weights/safetensors.ts';
import type { NamedTensors } from '../weights/tensors.ts';
import { architectureOf } from './architecture.ts';
import { describeFile, formatOf, WEIGHT_FORMATS, type WeightFormat } from './fileKind.ts';
import { fitWeights, type FileTensor } from './fit.ts';
import { InterchangeError } from './interchangeError.ts';
import { fromMetadata, type Metadata } from './metadata.ts';
import { NAMINGS, type NamingId } from './names/index.ts';
import { assumedSettings, SOURCES } from './sources.ts';

export interface ImportedNetwork {
  readonly format: WeightFormat;
  /** Whose names the tensors have in the file; of ONNX the graph tells what they are. */
  readonly naming: NamingId | 'graph';
  readonly config: NetConfig;
  /** Official names, the layouts of this program; exactly what the network needs. */
  readonly weights: NamedTensors;
  /** Settings that the file does not tell: they follow from where such files come from. */
  readonly assumed: readonly SettingName[];
  /** How the source prepares pictures. Undefined for networks whose input has not three channels: none is published. */
  readonly recipe: Recipe | undefined;
}

interface Content {
  readonly tensors: NamedTensors;
  readonly metadata: Metadata;
}

const READERS: {
  readonly [F in Exclude<WeightFormat, 'onnx'>]: (bytes: Uint8Array<ArrayBuffer>) => Content;
} = {
  safetensors: readSafetensors,
  pdparams: (bytes) => ({ tensors: readPdparams(bytes), metadata: {} }),
};

/** Whose names they are, and the tensors by official name. */
function recognized({ tensors, metadata }: Content): {
  naming: NamingId;
  names: ReadonlyMap<string, string>;
} {
  const names = [...tensors.keys()];
  if (fromMetadata(metadata)) return { naming: 'own', names: new Map(names.map((name) => [name, name])) };
  for (const { id, official } of NAMINGS) {
    const known = official(names);
    if (known) return { naming: id, names: known };
  }
  throw new InterchangeError(
    `${names.length} tensors (${names.slice(0, 3).join(', ')} …): names of PP-LCNet as Paddle, timm or transformers give them expected`,
  );
}

/** Throws InterchangeError where two tensors stand for the same one. */
function byOfficialName(tensors: NamedTensors, names: ReadonlyMap<string, string>) {
  const found = new Map<string, FileTensor>();
  for (const [name, tensor] of tensors) {
    const official = names.get(name) ?? name;
    const other = found.get(official);
    if (other) throw new InterchangeError(`${other.name} and ${name} are both ${official}`);
    found.set(official, { name, tensor });
  }
  return found;
}

/** Throws InterchangeError where the settings are out of bounds. */
function checkedConfig(settings: Partial<NetConfig>): NetConfig {
  const { config, problems } = readConfig({ ...pplcnet.defaults, ...settings });
  const [problem] = problems;
  if (problem) throw new InterchangeError(`the tensors' shapes: ${describeProblem(problem, '')}`);
  return config;
}

type Read = Omit<ImportedNetwork, 'format' | 'recipe'> & { readonly recipe: Recipe };

/** Names and shapes tell the network. */
function ofTensors(content: Content): Read {
  const { naming, names } = recognized(content);
  const { semantics, outFirst, recipe } = SOURCES[naming];
  const found = byOfficialName(content.tensors, names);
  const official = new Map([...found].map(([name, { tensor }]) => [name, tensor] as const));
  const told = fromMetadata(content.metadata);
  const config = told ?? checkedConfig({ ...semantics, ...architectureOf(official) });
  const weights = fitWeights({ graph: FAMILIES[config.family].build(config), found, outFirst });
  return {
    naming,
    config,
    weights,
    assumed: told ? [] : assumedSettings(config),
    recipe: told ? TASK_RECIPES[told.task] : recipe,
  };
}

/** The graph tells the network, whatever things are called. */
function ofGraph(bytes: Uint8Array<ArrayBuffer>): Read {
  const { config, assumed, tensors: weights } = networkOfOnnx(bytes);
  return { naming: 'graph', config, weights, assumed, recipe: TASK_RECIPES[config.task] };
}

/**
 * Reads a weight file, tells whose names it has, and which network it is for.
 * Throws SafetensorsError, PickleError or OnnxError for damaged files, InterchangeError for files and networks that are none of
 * these, and WeightsError for tensors that do not fit. Time and memory are bounded by the size of the file.
 */
export function importWeights(file: {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** For messages only. */
  readonly fileName?: string;
}): ImportedNetwork {
  const { bytes, fileName = 'the file' } = file;
  const format = formatOf(bytes);
  if (!format)
    throw new InterchangeError(
      `${fileName} is ${describeFile(bytes)}; read here are ${WEIGHT_FORMATS.join(', ')}`,
    );
  const read = format === 'onnx' ? ofGraph(bytes) : ofTensors(READERS[format](bytes));
  const { inputChannels, task } = read.config;
  // no recipe is published for pictures of other than three channels
  const recipe = inputChannels === 3 || task !== 'imagenet' ? read.recipe : undefined;
  return { ...read, format, recipe };
}
