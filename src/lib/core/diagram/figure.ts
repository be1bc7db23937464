// The figure for a paper: the scene with title, legend and a caption of totals, as one self-contained SVG file.
import type { NetConfig } from '../config/netConfig.ts';
import { layout } from './modes.ts';
import { legendShapes, legendWidth } from './legend.ts';
import { textWidth } from './textWidth.ts';
import { grouped } from './quantity.ts';
import { PAPER } from './palette.ts';
import type { DiagramRequest } from './request.ts';
import type { Scene, Shape } from './scene.ts';
import { escapeXml, FONT, paintScene, paintShape } from './svg.ts';

export interface FigureRequest extends DiagramRequest {
  readonly config: NetConfig;
  /** Name of the family, as printed in the title. */
  readonly family: string;
  /** Without a title there is no line for it. */
  readonly title: boolean;
}

const MARGIN = 20;
const LINE = 22;

/** `PP-LCNet ×0.5`. */
const titleOf = ({ family, config }: FigureRequest): string => `${family} ×${config.scale}`;

function captionOf({ analysis: { totals }, config, text }: FigureRequest): string {
  return text.totals({
    params: grouped(totals.params),
    macs: grouped(totals.macs),
    flops: grouped(totals['flops.paddle']),
    size: `${config.resolution[0]}×${config.resolution[1]}×${config.inputChannels}`,
  });
}

export interface Figure {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly title: string;
  readonly caption: string;
  /** Title, where asked for, and legend. */
  readonly head: readonly Shape[];
  readonly scene: Scene;
  /** Corner of the scene. */
  readonly x: number;
  readonly y: number;
  readonly foot: readonly Shape[];
}

/** Everything on the page, for any painter. */
export function figureOf(request: FigureRequest): Figure {
  const scene = layout(request);
  const { ink, muted, background } = PAPER[request.theme];
  const [title, caption] = [titleOf(request), captionOf(request)];
  const head = request.title ? MARGIN + LINE : MARGIN;
  const width = Math.ceil(
    Math.max(scene.width, textWidth(caption, 10.5), legendWidth(scene.legend)) + 2 * MARGIN,
  );
  const height = Math.ceil(head + LINE + scene.height + LINE + MARGIN);
  const line = { kind: 'text', x: MARGIN, anchor: 'start' } as const;
  const heading: Shape = { ...line, y: MARGIN + 8, size: 16, bold: true, fill: ink, text: title };
  return {
    width,
    height,
    background,
    title,
    caption,
    head: [
      ...(request.title ? [heading] : []),
      ...legendShapes({ legend: scene.legend, x: MARGIN, y: head + 6, ink: muted }),
    ],
    scene,
    x: MARGIN,
    y: head + LINE,
    foot: [{ ...line, y: height - MARGIN, size: 10.5, fill: muted, text: caption }],
  };
}

/** Deterministic: the same request gives the same bytes, in the page and on the command line. */
export function figureSvg(request: FigureRequest): string {
  const { width, height, background, title, caption, head, scene, x, y, foot } = figureOf(request);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}">`,
    `<title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml(caption)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${background}"/>`,
    ...head.map(paintShape),
    `<g transform="translate(${x} ${y})">`,
    paintScene(scene),
    '</g>',
    ...foot.map(paintShape),
    '</svg>',
    '',
  ].join('\n');
}
