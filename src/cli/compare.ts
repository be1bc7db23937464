// `lcnet compare`: two to four networks side by side, each given as the query of its page.
import { differences } from '../lib/core/compare/differences.ts';
import { COMPARED, letterOf } from '../lib/core/compare/limits.ts';
import { networkOf, type ComparedNetwork } from '../lib/core/compare/network.ts';
import { describeProblem } from '../lib/core/config/problem.ts';
import { markdown } from '../lib/core/document/markdown.ts';
import { fromQuery, networkText } from '../lib/core/query.ts';
import { formatOf, type Command } from './command.ts';
import {
  comparisonCsv,
  comparisonRecord,
  differenceTable,
  STAGE_METRICS,
  stagesTable,
  totalsTable,
} from './comparison.ts';
import { Failure } from './failure.ts';
import { plainTable } from './tables.ts';

function networksFrom(words: readonly string[]): readonly ComparedNetwork[] {
  const { min, max } = COMPARED;
  if (words.length < min || words.length > max)
    throw new Failure(
      `compare: ${min} to ${max} networks such as "family=mobilenetv2&scale=0.5" expected, got ${words.length}`,
    );
  return words.map((word, i) => {
    const { config, problems } = fromQuery(word);
    const [problem] = problems;
    if (problem) throw new Failure(describeProblem(problem, `network ${i + 1}, `));
    return networkOf(config);
  });
}

export const compare: Command = {
  name: 'compare',
  words: 'NETWORK NETWORK …',
  about: `${COMPARED.min} to ${COMPARED.max} networks side by side, each as in the address of the page`,
  architecture: false,
  options: {
    json: { type: 'boolean', about: 'print {networks, totals, stages, differences}' },
    csv: { type: 'boolean', about: 'one line per total and per stage' },
    markdown: { type: 'boolean', about: 'tables for a README or a paper draft' },
  },
  run: (values, words) => {
    const format = formatOf(values);
    const networks = networksFrom(words);
    if (format === 'json') return JSON.stringify(comparisonRecord(networks), null, 2);
    if (format === 'csv') return comparisonCsv(networks);
    const [base, ...others] = networks;
    const print = format === 'markdown' ? markdown : plainTable;
    const title = (text: string) => (format === 'markdown' ? `**${text}**` : text);
    const names = networks.map(
      ({ family, config }, i) => `${letterOf(i)}  ${family.label} ×${config.scale}  ${networkText(config)}`,
    );
    const changes = others.flatMap((other, i) => {
      const table = base && differenceTable(differences(base, other));
      const text = `What differs, A → ${letterOf(i + 1)}`;
      return table?.rows.length ? [title(text), print(table)] : [title(`${text}: nothing`)];
    });
    return [
      names.join(format === 'markdown' ? '  \n' : '\n'),
      print(totalsTable(networks)),
      ...STAGE_METRICS.map((metric) => print(stagesTable(networks, metric))),
      ...changes,
    ].join('\n\n');
  },
};
