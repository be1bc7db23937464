// Tables and records of a comparison, as text.
import type { BlockFact, BlockFacts } from '../lib/core/compare/blockFacts.ts';
import { differences, type BlockPair, type Differences } from '../lib/core/compare/differences.ts';
import { letterOf } from '../lib/core/compare/limits.ts';
import type { ComparedNetwork } from '../lib/core/compare/network.ts';
import type { Against } from '../lib/core/compare/against.ts';
import { stageBars, type AdditiveMetricId } from '../lib/core/compare/stageBars.ts';
import { compareTotals } from '../lib/core/compare/totals.ts';
import { amount } from '../lib/core/document/number.ts';
import type { Table } from '../lib/core/document/table.ts';

/** The metrics that are shared out among stages. */
export const STAGE_METRICS = [
  'params',
  'macs',
  'activationBytes',
] as const satisfies readonly AdditiveMetricId[];

const signed = (value: number): string => (value > 0 ? '+' : value < 0 ? '−' : '±') + amount(Math.abs(value));

const percent = (relative: number | undefined): string =>
  relative === undefined ? '' : `${signed(Number((100 * relative).toFixed(1)))} %`;

/** Values of all networks; the others also with their difference from the first. */
const cells = (values: readonly (Against | undefined)[]): readonly string[] =>
  values.flatMap((against, i) => {
    if (!against) return i === 0 ? ['—'] : ['—', '', ''];
    const value = amount(against.value);
    return i === 0 ? [value] : [value, signed(against.difference), percent(against.relative)];
  });

const headOf = (networks: readonly ComparedNetwork[]): readonly string[] =>
  networks.flatMap((_, i) => {
    const letter = letterOf(i);
    return i === 0 ? [letter] : [letter, `${letter} − A`, `${letter} − A, %`];
  });

export function totalsTable(networks: readonly ComparedNetwork[]): Table {
  const rows = compareTotals(networks).map(({ metric, values }) => [metric, ...cells(values)]);
  return { head: ['total', ...headOf(networks)], rows, numbersFrom: 1 };
}

export function stagesTable(networks: readonly ComparedNetwork[], metric: AdditiveMetricId): Table {
  const rows = stageBars(networks, metric).places.map(({ place, bars }) => [place, ...cells(bars)]);
  return { head: [metric, ...headOf(networks)], rows, numbersFrom: 1 };
}

/** `7 → 7`, `— → 16`. */
const numbers = ({ base, other }: BlockPair): string => `${base ?? '—'} → ${other ?? '—'}`;

const pairText = ([a, b]: readonly [number, number], between: string): string =>
  a === b ? String(a) : `${a}${between}${b}`;

const SAY: { readonly [F in BlockFact]: (facts: BlockFacts) => string } = {
  kernel: ({ kernel }) => String(kernel ?? '—'),
  stride: ({ stride }) => pairText(stride, '×'),
  se: ({ se }) => (se ? 'yes' : 'no'),
  expansion: ({ expansion }) => String(expansion ?? '—'),
  activation: ({ activation }) => activation,
  channels: ({ channels }) => channels.join('–'),
};

function factsText({ baseFacts, otherFacts, differing }: BlockPair): string {
  if (!baseFacts || !otherFacts) return baseFacts ? 'only in A' : 'not in A';
  return differing.map((fact) => `${fact} ${SAY[fact](baseFacts)} → ${SAY[fact](otherFacts)}`).join(', ');
}

/** What differs of one network, one line each: settings, then blocks that are not alike. */
export function differenceTable({ settings, blocks }: Differences): Table {
  const named = settings.map(({ option, base, other }) => [option, `${base ?? '—'} → ${other ?? '—'}`]);
  const pairs = blocks
    .filter(({ base, other, differing }) => base === undefined || other === undefined || differing.length > 0)
    .map((pair) => [`block ${numbers(pair)}`, factsText(pair)]);
  return { head: ['setting or block', 'difference'], rows: [...named, ...pairs], numbersFrom: 2 };
}

export function comparisonRecord(networks: readonly ComparedNetwork[]) {
  const [base] = networks;
  return {
    networks: networks.map(({ config, key, family }) => ({
      name: `${family.label} ×${config.scale}`,
      key,
      config,
    })),
    totals: compareTotals(networks),
    stages: STAGE_METRICS.map((metric) => stageBars(networks, metric)),
    differences: base ? networks.slice(1).map((network) => differences(base, network)) : [],
  };
}

/** One line per total and per place: metric, place, then the numbers of every network. */
export function comparisonCsv(networks: readonly ComparedNetwork[]): string {
  const columns = networks.flatMap((_, i) => {
    const letter = letterOf(i);
    return i === 0 ? [letter] : [letter, `${letter}-A`, `${letter}/A-1`];
  });
  const line = (metric: string, place: string, values: readonly (Against | undefined)[]) =>
    [
      metric,
      place,
      ...values.flatMap((against, i) => {
        const { value, difference, relative } = against ?? {};
        return i === 0 ? [value] : [value, difference, relative];
      }),
    ]
      .map((cell) => cell ?? '')
      .join(',');
  return [
    ['metric', 'place', ...columns].join(','),
    ...compareTotals(networks).map(({ metric, values }) => line(metric, 'total', values)),
    ...STAGE_METRICS.flatMap((metric) =>
      stageBars(networks, metric).places.map(({ place, bars }) => line(metric, place, bars)),
    ),
  ].join('\n');
}
