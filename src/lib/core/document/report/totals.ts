// The totals of a report: what a network costs, and its FLOPs under every named convention.
import { FLOP_CONVENTIONS, type FlopConvention } from '../../metrics/flops.ts';
import type { Summary } from '../../summary.ts';
import { escapeXml } from '../../diagram/svg.ts';
import { amount, fixed } from '../number.ts';
import type { Table } from '../table.ts';
import { section, tableHtml, type Html } from './html.ts';
import type { ReportText } from './text.ts';

/** The tools' own names. */
const CONVENTION_NAMES = {
  paddle: 'paddle.flops',
  paddle2024: 'paddle.flops 2024',
  fvcore: 'fvcore',
  fvcoreMeanPool: 'fvcore, mean()',
  thop: 'thop',
  ptflops: 'ptflops',
  ptflopsAten: 'ptflops, aten',
  torchinfo: 'torchinfo',
  macs2x: '2 × MACs',
} as const satisfies Record<FlopConvention, string>;

interface Card {
  readonly name: string;
  readonly value: number;
  /** One of it, and its symbol. */
  readonly unit: readonly [size: number, symbol: string];
  /** What the exact number counts. */
  readonly exact: string;
  readonly note: string;
}

const MILLION = [1e6, 'M'] as const;
const MEGABYTE = [1e6, 'MB'] as const;

function cardHtml({ name, value, unit: [size, symbol], exact, note }: Card): Html {
  const detail = `<small><b>${escapeXml(exact)}</b> ${escapeXml(note)}</small>`;
  return `<div><dt>${escapeXml(name)}</dt><dd>${fixed(value / size, 2)} ${symbol}${detail}</dd></div>`;
}

function conventions({ totals }: Summary, text: ReportText): Table {
  const rows = FLOP_CONVENTIONS.map((id) => [
    CONVENTION_NAMES[id],
    text.counts[id],
    amount(totals.flops[id]),
  ]);
  return { head: text.conventionHead, rows, numbersFrom: 2 };
}

export function totalsSection(summary: Summary, text: ReportText): Html {
  const { params, paramsWithStatistics, macs, flops, weightBytes, peakActivationBytes } = summary.totals;
  const cards: readonly Card[] = [
    { name: text.params, value: params, unit: MILLION, exact: amount(params), note: text.paramsNote(amount(paramsWithStatistics)) },
    { name: 'MACs', value: macs, unit: MILLION, exact: amount(macs), note: text.macsNote },
    { name: 'FLOPs', value: flops.paddle, unit: MILLION, exact: amount(flops.paddle), note: text.flopsNote },
    { name: text.weights, value: weightBytes, unit: MEGABYTE, exact: `${amount(weightBytes)} B`, note: text.weightsNote },
    { name: text.peak, value: peakActivationBytes, unit: MEGABYTE, exact: `${amount(peakActivationBytes)} B`, note: text.peakNote },
  ]; // prettier-ignore
  return section(
    text.totals,
    `<dl class="cards">\n${cards.map(cardHtml).join('\n')}\n</dl>`,
    `<h3>${escapeXml(text.conventions)}</h3>`,
    tableHtml(conventions(summary, text), { name: text.conventions, wraps: 1 }),
  );
}
