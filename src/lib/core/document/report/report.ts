// A report of one network: a single HTML file without script or anything from outside, for screens, phones and paper.
import { analyze } from '../../analyze.ts';
import type { NetConfig } from '../../config/netConfig.ts';
import { escapeXml } from '../../diagram/svg.ts';
import { FAMILIES } from '../../families/index.ts';
import { TASKS } from '../../families/tasks.ts';
import { METRICS } from '../../metrics/index.ts';
import { summarize } from '../../summary.ts';
import { amount } from '../number.ts';
import { configurationSection } from './configuration.ts';
import { figure } from './figures.ts';
import { section } from './html.ts';
import { measurementSection, type ReportMeasurement } from './measurements.ts';
import { publishedSection } from './published.ts';
import { STYLE } from './style.ts';
import { layerSection, stageSection } from './tables.ts';
import { ENGLISH, type ReportText } from './text.ts';
import { totalsSection } from './totals.ts';

export interface ReportRequest {
  readonly config: NetConfig;
  /** Of the page that explores networks, without a query: the report links to its network there. No link where not said. */
  readonly address?: string;
  /** Of this very network; the report has no such section without them. */
  readonly measurements?: readonly ReportMeasurement[];
  /** English where not said. */
  readonly text?: ReportText;
}

/** Deterministic: the same request gives the same bytes; there is no date in it. */
export function reportHtml({ config, address, measurements = [], text = ENGLISH }: ReportRequest): string {
  const family = FAMILIES[config.family];
  const graph = family.build(config);
  const summary = summarize(config, analyze(graph, METRICS));
  const title = `${family.label} ×${config.scale}`;
  const subtitle = text.subtitle({
    task: TASKS[config.task].label,
    input: [...config.resolution, config.inputChannels].join('×'),
    classes: amount(config.classes),
  });
  return [
    '<!doctype html>',
    `<html lang="${escapeXml(text.language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="generator" content="LCNet Explorer">',
    `<title>${escapeXml(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<header>\n<h1>${escapeXml(title)}</h1>\n<p>${escapeXml(subtitle)}</p>\n</header>`,
    '<main>',
    section(text.figures, figure(config, 'strip', text.diagram), figure(config, 'flow', text.diagram)),
    totalsSection(summary, text),
    stageSection(config, text),
    publishedSection(config, text),
    measurementSection(measurements, text),
    layerSection(graph, summary, text),
    configurationSection({ config, address, text }),
    '</main>',
    '</body>',
    '</html>',
    '',
  ]
    .filter((part, i, all) => part !== '' || i === all.length - 1)
    .join('\n');
}
