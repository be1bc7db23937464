// Measurements that a report is given, each with device, engine, threads and runs: no number without how it came about.
import type { MeasuredDevice, MeasuredNetwork } from '../../tradeoff/report/measurementFile.ts';
import { note, section, tableHtml, type Html } from './html.ts';
import type { ReportText } from './text.ts';

/** Of the network that the report is about. */
export interface ReportMeasurement extends Pick<
  MeasuredNetwork,
  'runs' | 'medianMs' | 'lowMs' | 'highMs' | 'p90Ms'
> {
  readonly device: MeasuredDevice;
}

const printed = (ms: number): string => ms.toFixed(3);

/** Nothing where nothing was measured. */
export function measurementSection(measurements: readonly ReportMeasurement[], text: ReportText): Html {
  if (measurements.length === 0) return '';
  const rows = measurements.map(({ device, runs, medianMs, lowMs, highMs, p90Ms }) => [
    device.label,
    `${device.engine}, ${device.runtime}`,
    String(device.threads),
    String(runs),
    printed(medianMs),
    `${printed(lowMs)} – ${printed(highMs)}`,
    printed(p90Ms),
  ]);
  return section(
    text.measured,
    note(text.measuredNote),
    tableHtml({ head: text.measuredHead, rows, numbersFrom: 2 }, { name: text.measured }),
  );
}
