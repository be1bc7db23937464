// What was published of exactly this network, with its sources: never mixed with what was measured or counted here.
import type { NetConfig } from '../../config/netConfig.ts';
import { PROTOCOLS, SOURCES, type ProtocolId, type PublishedNetwork } from '../../facts/published.ts';
import { publishedFor } from '../../published.ts';
import type { Table } from '../table.ts';
import { note, section, tableHtml, type Html } from './html.ts';
import type { ReportText } from './text.ts';

const printed = (value: number | undefined, decimals = 2): string => value?.toFixed(decimals) ?? '';

const accuracyTable = (rows: readonly PublishedNetwork[], text: ReportText): Table => ({
  head: text.publishedHead,
  rows: rows.map(({ name, recipe, top1, top5, paramsM, flopsM, source }) => [
    name,
    text.recipes[recipe],
    SOURCES[source],
    printed(top1),
    printed(top5),
    printed(paramsM),
    printed(flopsM),
  ]),
  numbersFrom: 3,
});

function protocolText(id: ProtocolId, text: ReportText): string {
  const protocol = PROTOCOLS[id];
  const runtime = 'runtime' in protocol ? [protocol.runtime] : [];
  const { device, precision, threads, batch } = protocol;
  return [device, ...runtime, precision, text.threads(threads), text.batch(batch)].join(text.separator);
}

/** Distilled networks are as fast as plain ones: what is said once is not repeated under their names. */
function latencyTable(rows: readonly PublishedNetwork[], text: ReportText): Table {
  const said = new Set<string>();
  const lines = rows.flatMap(({ name, latencyMs }) =>
    (Object.keys(PROTOCOLS) as readonly ProtocolId[]).flatMap((id) => {
      const ms = latencyMs[id];
      if (ms === undefined || said.has(`${id} ${ms}`)) return [];
      said.add(`${id} ${ms}`);
      return [[name, protocolText(id, text), SOURCES[PROTOCOLS[id].source], printed(ms)]];
    }),
  );
  return { head: text.latencyHead, rows: lines, numbersFrom: 3 };
}

export function publishedSection(config: NetConfig, text: ReportText): Html {
  const all = publishedFor(config);
  const widths = all.filter(({ ablation }) => ablation === undefined);
  // ablation studies repeat their starting point, with no more than the top-1 accuracy
  const rows = widths.length > 0 ? widths : all;
  if (rows.length === 0) return section(text.published, note(text.publishedNone));
  const tables = [accuracyTable(rows, text), latencyTable(rows, text)].filter(
    (table) => table.rows.length > 0,
  );
  return section(
    text.published,
    note(text.publishedNote),
    ...tables.map((table) => tableHtml(table, { name: text.published, wraps: 2 })),
  );
}
