// `lcnet summary`: shapes, parameters, MACs and FLOPs of a network, as a table, JSON, CSV or Markdown.
import { analyze } from '../lib/core/analyze.ts';
import { markdown } from '../lib/core/document/markdown.ts';
import { layerTable, totalsTable } from '../lib/core/document/summaryTables.ts';
import { FAMILIES } from '../lib/core/families/index.ts';
import { METRICS } from '../lib/core/metrics/index.ts';
import { summarize } from '../lib/core/summary.ts';
import { configKey } from '../lib/core/options.ts';
import { architecture } from './architecture.ts';
import { formatOf, type Command } from './command.ts';
import { csv, plainTable } from './tables.ts';

export const summary: Command = {
  name: 'summary',
  about: 'shapes, parameters, MACs and FLOPs, layer by layer',
  architecture: true,
  options: {
    json: { type: 'boolean', about: 'print {config, totals, layers}' },
    csv: { type: 'boolean', about: 'one line per layer, every metric' },
    markdown: { type: 'boolean', about: 'tables for a README or a paper draft' },
  },
  run: (values) => {
    const format = formatOf(values);
    const config = architecture(values);
    const family = FAMILIES[config.family];
    const summary = summarize(config, analyze(family.build(config), METRICS));
    if (format === 'json') return JSON.stringify(summary, null, 2);
    if (format === 'csv') return csv(summary);
    const [layers, totals] = [layerTable(summary), totalsTable(summary)];
    if (format === 'markdown') return `${markdown(layers)}\n\n${markdown(totals)}`;
    return `${family.label}  ${configKey(config)}\n\n${plainTable(layers)}\n\n${plainTable(totals)}`;
  },
};
