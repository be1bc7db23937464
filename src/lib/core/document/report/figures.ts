// The figures of a report, each in both themes; the style sheet shows one of them.
import type { NetConfig } from '../../config/netConfig.ts';
import { networkFigure } from '../../diagram/networkFigure.ts';
import type { Theme } from '../../diagram/palette.ts';
import type { Mode } from '../../diagram/request.ts';
import type { DiagramText } from '../../diagram/text.ts';
import type { Html } from './html.ts';

const THEMES = ['light', 'dark'] as const satisfies readonly Theme[];

/** Background and name space are the page's. */
const inline = (svg: string): Html =>
  svg
    .trim()
    .replace(/^<svg xmlns="[^"]*"/, '<svg role="img"')
    .replace(/<rect width="\d+" height="\d+" fill="[^"]*"\/>\n/, '');

export function figure(config: NetConfig, mode: Mode, text: DiagramText): Html {
  const look = {
    mode,
    level: 'blocks',
    opened: new Set<string>(),
    colourBy: 'kind',
    title: false,
    text,
  } as const;
  const drawings = THEMES.map(
    (theme) => `<div class="${theme}">${inline(networkFigure(config, { ...look, theme }))}</div>`,
  );
  return `<figure>\n${drawings.join('\n')}\n</figure>`;
}
