// The configuration in a report: enough to build the very same network again.
import type { NetConfig } from '../../config/netConfig.ts';
import { SETTINGS, type Setting } from '../../config/settings.ts';
import { escapeXml } from '../../diagram/svg.ts';
import { FAMILIES } from '../../families/index.ts';
import { writeOptions } from '../../options.ts';
import { networkText, toQuery } from '../../query.ts';
import type { Table } from '../table.ts';
import { note, section, tableHtml, type Html } from './html.ts';
import type { ReportText } from './text.ts';

function settingsTable(config: NetConfig, text: ReportText): Table {
  const rows = FAMILIES[config.family].settings.map((name) => {
    const { option, write } = SETTINGS[name] as Setting<unknown>;
    return [option, write(config[name])];
  });
  return { head: text.configurationHead, rows, numbersFrom: 2 };
}

/** Option by option as a shell takes it; brackets and the like in quotes. */
const commandLine = (config: NetConfig): string =>
  [
    'lcnet summary',
    ...writeOptions(config).map(
      ([option, value]) => `--${option} ${/^[\w.,-]+$/.test(value) ? value : `'${value}'`}`,
    ),
  ].join(' ');

interface Source {
  readonly config: NetConfig;
  readonly address: string | undefined;
  readonly text: ReportText;
}

export function configurationSection({ config, address, text }: Source): Html {
  const query = toQuery(config);
  const link = address === undefined ? undefined : query ? `${address}?${query}` : address;
  return section(
    text.configuration,
    note(text.configurationNote),
    '<div class="links">',
    `<code>${escapeXml(networkText(config))}</code>`,
    `<code>${escapeXml(commandLine(config))}</code>`,
    ...(link === undefined ? [] : [`<a href="${escapeXml(link)}">${escapeXml(text.address)}</a>`]),
    '</div>',
    tableHtml(settingsTable(config, text), { name: text.configuration, wraps: 1 }),
  );
}
