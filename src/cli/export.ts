// `lcnet export`: a network as files for other programs: models with weights, code, tables, figures, settings.
import { join } from 'node:path';
import { codeIn } from '../lib/core/code/index.ts';
import { FRAMEWORKS, type Framework } from '../lib/core/code/frameworks.ts';
import type { NetConfig } from '../lib/core/config/netConfig.ts';
import { TABLE_FORMATS } from '../lib/core/document/table.ts';
import { stageTableText } from '../lib/core/document/stageTable.ts';
import { reportHtml } from '../lib/core/document/report/report.ts';
import { ENGLISH } from '../lib/core/diagram/english.ts';
import { figureSvg, type FigureRequest } from '../lib/core/diagram/figure.ts';
import { networkRequest } from '../lib/core/diagram/networkFigure.ts';
import { figurePdf } from '../lib/core/diagram/pdf/figurePdf.ts';
import { figureTikz } from '../lib/core/diagram/tikz/figureTikz.ts';
import { modelFiles } from '../lib/core/interchange/modelFiles.ts';
import {
  MODEL_FORMATS,
  NORM_FORMS,
  type ModelFormat,
  type ModelRequest,
} from '../lib/core/interchange/modelForms.ts';
import { toJson } from '../lib/core/json.ts';
import { architecture, type Values } from './architecture.ts';
import { numberOf, oneOf, type Command } from './command.ts';
import { Failure } from './failure.ts';
import { WEIGHT_OPTIONS, weightedNetwork } from './weighted.ts';
import { makeFolder, write } from './write.ts';

const FIGURES = ['svg', 'pdf', 'tikz'] as const;
const FORMATS = [...MODEL_FORMATS, ...FRAMEWORKS, ...FIGURES, ...TABLE_FORMATS, 'html', 'json'] as const;
type Format = (typeof FORMATS)[number];

const isModel = (format: Format): format is ModelFormat => MODEL_FORMATS.some((known) => known === format);
const isFramework = (format: Format): format is Framework => FRAMEWORKS.some((known) => known === format);

function batchOf(values: Values): number | 'N' {
  if (values['batch'] === 'N') return 'N';
  return numberOf(values, 'batch', { min: 1, max: 1024, standard: 1, integer: true });
}

function requestOf(format: ModelFormat, values: Values): ModelRequest {
  if (format === 'onnx') return { format, norms: oneOf(values, 'norms', NORM_FORMS), batch: batchOf(values) };
  const [option] = ['norms', 'batch'].filter((name) => values[name] !== undefined);
  if (option !== undefined) throw new Failure(`--${option}: only --format onnx has it, got ${format}`);
  return { format };
}

/** A file where the format has one; a folder for all of them where it has several. */
async function writeModel(format: ModelFormat, out: string, values: Values): Promise<string> {
  const request = requestOf(format, values);
  const files = modelFiles(await weightedNetwork(values), request);
  if (files.length > 1) makeFolder('out', out);
  for (const { name, bytes } of files) write('out', files.length > 1 ? join(out, name) : out, bytes);
  return '';
}

/** As the command `diagram` draws it without options. */
const figureOf = (config: NetConfig): FigureRequest =>
  networkRequest(config, {
    mode: 'strip',
    level: 'blocks',
    opened: new Set(),
    width: undefined,
    colourBy: 'kind',
    theme: 'light',
    title: true,
    text: ENGLISH,
  });

type Plain = Exclude<Format, ModelFormat | Framework>;

const WRITERS: { readonly [F in Plain]: (config: NetConfig) => string | Uint8Array } = {
  svg: (config) => figureSvg(figureOf(config)),
  pdf: (config) => figurePdf(figureOf(config)),
  tikz: (config) => figureTikz(figureOf(config)),
  markdown: (config) => stageTableText({ config }, 'markdown'),
  latex: (config) => stageTableText({ config }, 'latex'),
  csv: (config) => stageTableText({ config }, 'csv'),
  html: (config) => reportHtml({ config }),
  json: toJson,
};

export const exportCommand: Command = {
  name: 'export',
  about: 'a network for other programs; what has no weights goes to stdout without --out',
  architecture: true,
  options: {
    ...WEIGHT_OPTIONS,
    format: { type: 'string', about: FORMATS.join(' | ') },
    out: { type: 'string', about: 'file to write; for tfjs a folder' },
    norms: { type: 'string', about: `onnx: batch norms ${NORM_FORMS.join(' | ')}` },
    batch: { type: 'string', about: 'onnx: images per run, or N for any number: 1' },
  },
  run: async (values) => {
    if (values['format'] === undefined) throw new Failure(`--format: one of ${FORMATS.join(', ')} expected`);
    const format = oneOf(values, 'format', FORMATS);
    const { out } = values;
    if (isModel(format)) {
      if (typeof out !== 'string')
        throw new Failure(`--out: a ${format === 'tfjs' ? 'folder' : 'file'} expected`);
      return writeModel(format, out, values);
    }
    const [extra] = ['seed', 'norms', 'batch'].filter((name) => values[name] !== undefined);
    if (extra !== undefined) throw new Failure(`--${extra}: --format ${format} has no weights`);
    // a weight file decides the architecture here, too
    const { config } =
      values['weights'] === undefined ? { config: architecture(values) } : await weightedNetwork(values);
    const content = isFramework(format) ? codeIn(format, config).write() : WRITERS[format](config);
    if (typeof out === 'string') write('out', out, content);
    else if (typeof content === 'string') return content.trimEnd();
    else throw new Failure(`--out: a file expected, for --format ${format} is no text`);
    return '';
  },
};
