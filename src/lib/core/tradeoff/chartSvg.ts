// The trade-off chart as a file: title, families, the chart and a note, self-contained like every exported figure.
import { PAPER } from '../diagram/palette.ts';
import type { Shape } from '../diagram/scene.ts';
import { escapeXml, FONT, paintShape } from '../diagram/svg.ts';
import { textWidth } from '../diagram/textWidth.ts';
import { tradeoffChart, type ChartRequest } from './chart.ts';
import { FAMILY_COLOURS } from './familyColours.ts';

export interface ChartFile extends Omit<ChartRequest, 'width' | 'height' | 'view'> {
  readonly title: string;
  readonly note: string;
}

const PAGE = { width: 860, chart: 500, margin: 20, head: 58, foot: 30 };
const SIZE = { title: 16, legend: 11, note: 10.5 };

/** The families of the chart, each with its colour, in one line. */
function legend({ series, theme }: ChartFile): readonly Shape[] {
  const { muted } = PAPER[theme];
  let x = PAGE.margin;
  return [...new Map(series.map(({ family, label }) => [family, label]))].flatMap(
    ([family, label]): Shape[] => {
      const left = x;
      x += 14 + textWidth(label, SIZE.legend) + 18;
      const fill = FAMILY_COLOURS[theme][family];
      return [
        { kind: 'rect', x: left, y: 39, width: 9, height: 9, radius: 4.5, fill },
        { kind: 'text', x: left + 14, y: 47, text: label, size: SIZE.legend, fill: muted, anchor: 'start' },
      ];
    },
  );
}

export function chartSvg(file: ChartFile): string {
  const { theme, title, note } = file;
  const { background, ink, muted } = PAPER[theme];
  const { width, margin, head, foot } = PAGE;
  const { shapes } = tradeoffChart({
    ...file,
    width: width - 2 * margin,
    height: PAGE.chart,
    view: { k: 1, x: 0, y: 0 },
  });
  const height = head + PAGE.chart + foot;
  const words = { kind: 'text', anchor: 'start', x: margin } as const;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${background}"/>`,
    paintShape({ ...words, y: 26, text: title, size: SIZE.title, bold: true, fill: ink }),
    ...legend(file).map(paintShape),
    `<g transform="translate(${margin} ${head})">`,
    ...shapes.map(paintShape),
    '</g>',
    paintShape({ ...words, y: height - 12, text: note, size: SIZE.note, fill: muted }),
    '</svg>',
    '',
  ].join('\n');
}
