// `lcnet diagram`: the figure of a network as SVG, PDF or TikZ, the same bytes as the page exports, or as PNG.
import { figureSvg, type FigureRequest } from '../lib/core/diagram/figure.ts';
import { networkRequest } from '../lib/core/diagram/networkFigure.ts';
import { figurePdf } from '../lib/core/diagram/pdf/figurePdf.ts';
import { MODES, type Level } from '../lib/core/diagram/request.ts';
import { ENGLISH } from '../lib/core/diagram/english.ts';
import { COLOUR_METRICS } from '../lib/core/diagram/text.ts';
import { figureTikz } from '../lib/core/diagram/tikz/figureTikz.ts';
import { FAMILIES } from '../lib/core/families/index.ts';
import { architecture, type Values } from './architecture.ts';
import { oneOf, type Command } from './command.ts';
import { Failure } from './failure.ts';
import { write } from './write.ts';

// the default comes first
const LEVEL_NAMES = ['blocks', 'stages', 'layers'] as const satisfies readonly Level[];

// latency is measured in a browser: a file has none
const COLOURS = ['kind', ...COLOUR_METRICS.filter((metric) => metric !== 'latency')] as const;

async function png(svg: string, scale: number): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  return new Resvg(svg, { fitTo: { mode: 'zoom', value: scale }, font: { loadSystemFonts: true } })
    .render()
    .asPng();
}

type Writer = (request: FigureRequest, scale: number) => string | Uint8Array | Promise<Uint8Array>;

const WRITERS = {
  svg: figureSvg,
  pdf: figurePdf,
  tex: figureTikz,
  png: (request, scale) => png(figureSvg(request), scale),
} as const satisfies Record<string, Writer>;
const ENDINGS = Object.keys(WRITERS) as readonly (keyof typeof WRITERS)[];

/** By the ending of the file's name. */
function writerFor(out: string): Writer {
  const ending = ENDINGS.find((candidate) => out.endsWith(`.${candidate}`));
  if (ending) return WRITERS[ending];
  throw new Failure(
    `--out ${out}: a name that ends in ${ENDINGS.map((candidate) => `.${candidate}`).join(', ')} expected`,
  );
}

function openedBlocks({ open }: Values, known: readonly string[]): ReadonlySet<string> {
  const blocks = typeof open === 'string' ? open.split(',') : [];
  const unknown = blocks.find((block) => !known.includes(block));
  if (unknown !== undefined) throw new Failure(`--open ${unknown}: one of ${known.join(', ')} expected`);
  return new Set(blocks);
}

const WIDTH = { min: 320, max: 4000 };

/** Undefined where not asked for: each layout has a width of its own. */
function widthOf({ width }: Values): number | undefined {
  if (width === undefined) return undefined;
  const value = Number(width);
  if (value >= WIDTH.min && value <= WIDTH.max) return value;
  throw new Failure(`--width ${String(width)}: a number from ${WIDTH.min} to ${WIDTH.max} expected`);
}

export const diagram: Command = {
  name: 'diagram',
  about: 'the figure of a network: --out FILE.svg, .pdf, .tex (TikZ) or .png',
  architecture: true,
  options: {
    out: {
      type: 'string',
      about: 'file to write; its ending decides: .svg, .pdf, .tex, .png. Without it, SVG goes to stdout',
    },
    layout: { type: 'string', about: MODES.join(' | ') },
    level: { type: 'string', about: LEVEL_NAMES.join(' | ') },
    open: { type: 'string', about: 'blocks opened into their layers, for example blocks6.0,blocks6.1' },
    colour: { type: 'string', about: COLOURS.join(' | ') },
    width: { type: 'string', about: `preferred width, ${WIDTH.min} to ${WIDTH.max}` },
    theme: { type: 'string', about: 'light | dark' },
    'png-scale': { type: 'string', about: '1 | 2 | 4' },
    'no-title': { type: 'boolean', about: 'leave the title out' },
  },
  run: async (values) => {
    const config = architecture(values);
    const { blocks } = FAMILIES[config.family].build(config);
    const request = networkRequest(config, {
      mode: oneOf(values, 'layout', MODES),
      level: oneOf(values, 'level', LEVEL_NAMES),
      opened: openedBlocks(
        values,
        blocks.map(({ id }) => id),
      ),
      width: widthOf(values),
      colourBy: oneOf(values, 'colour', COLOURS),
      theme: oneOf(values, 'theme', ['light', 'dark']),
      title: values['no-title'] !== true,
      text: ENGLISH,
    });
    const { out } = values;
    if (typeof out !== 'string') return figureSvg(request).trimEnd();
    const scale = Number(oneOf(values, 'png-scale', ['1', '2', '4']));
    write('out', out, await writerFor(out)(request, scale));
    return '';
  },
};
