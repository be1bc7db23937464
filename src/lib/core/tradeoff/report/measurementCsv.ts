// Measured fields as CSV (RFC 4180): one line per network, the field's facts repeated on each. For spreadsheets; JSON is what is read back.
import type { MeasuredField, MeasuredNetwork } from './measurementFile.ts';

type Cell = string | number | boolean | undefined;

const row = (
  { startedAt, device, precision, seed, rounds, stoppedBy }: MeasuredField,
  { key, name, runs, medianMs, p90Ms, lowMs, highMs }: MeasuredNetwork,
) =>
  ({
    name,
    key,
    medianMs,
    p90Ms,
    lowMs,
    highMs,
    runs,
    device: device.id,
    label: device.label,
    engine: device.engine,
    runtime: device.runtime,
    threads: device.threads,
    renderer: device.renderer,
    precision,
    seed,
    rounds,
    stoppedBy,
    startedAt,
  }) satisfies Readonly<Record<string, Cell>>;

const quoted = (cell: Cell): string => {
  const text = String(cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Empty where nothing was measured. Samples are left out. */
export function measurementCsv(fields: readonly MeasuredField[]): string {
  const rows = fields.flatMap((field) => field.networks.map((network) => row(field, network)));
  const [first] = rows;
  if (!first) return '';
  const lines = [Object.keys(first), ...rows.map((one) => Object.values<Cell>(one).map(quoted))];
  return lines.map((cells) => `${cells.join(',')}\n`).join('');
}
