// The figure as PDF: one page of the figure's size in points, vector shapes, and text that can be searched and copied.
import { figureOf, type FigureRequest } from '../figure.ts';
import { patchesOf, type Patch } from '../patches.ts';
import { FONT_NAMES, pageContent } from './content.ts';
import { pdfFile, stream } from './file.ts';
import { unicodeString } from './text.ts';

/** Fonts that every reader has (ISO 32000-1, 9.6.2.2); nothing is embedded. Symbol has an encoding of its own. */
const FONTS = [
  `${FONT_NAMES.regular} << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>`,
  `${FONT_NAMES.bold} << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>`,
  `${FONT_NAMES.symbol} << /Type /Font /Subtype /Type1 /BaseFont /Symbol >>`,
].join(' ');

/**
 * Deterministic: the same request gives the same bytes. A light figure has no background, so that it stands on the paper it is put on.
 * Throws at text in other scripts than Latin: words must be English.
 */
export function figurePdf(request: FigureRequest): Uint8Array<ArrayBuffer> {
  const figure = figureOf(request);
  const { width, height, background: fill, title, caption } = figure;
  const ground: Patch = {
    label: 'background',
    x: 0,
    y: 0,
    shapes: [{ kind: 'rect', x: 0, y: 0, width, height, radius: 0, fill }],
  };
  const patches = [...(request.theme === 'dark' ? [ground] : []), ...patchesOf(figure)];
  return pdfFile({
    root: '1 0 R',
    info: '5 0 R',
    objects: [
      '<< /Type /Catalog /Pages 2 0 R /Lang (en) /ViewerPreferences << /DisplayDocTitle true >> >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources << /Font << ${FONTS} >> >> /Contents 4 0 R >>`,
      stream(pageContent({ height, patches })),
      `<< /Title ${unicodeString(title)} /Subject ${unicodeString(caption)} /Creator (LCNet Explorer) >>`,
    ],
  });
}
