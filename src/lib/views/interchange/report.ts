// The report of the present network: what is known of it here, with the measurement of this device where there is one.
import type { NetConfig } from '$lib/core/config/netConfig.ts';
import { reportHtml } from '$lib/core/document/report/report.ts';
import { fileStem } from '$lib/core/fileName.ts';
import type { Measurement } from '$lib/engines/protocol.ts';
import { DEVICE_TEXT } from '../run/devices.ts';
import { reportText } from './reportText.ts';
import type { TextFile } from './texts.ts';

interface Request {
  readonly config: NetConfig;
  /** Of this very network. */
  readonly measurement: Measurement | undefined;
  /** Of the page, without a query. */
  readonly address: string;
}

export function reportFile({ config, measurement, address }: Request): TextFile {
  const measurements = measurement
    ? [
        {
          ...measurement,
          device: {
            ...measurement.facts,
            id: measurement.facts.device,
            label: DEVICE_TEXT[measurement.facts.device](),
          },
          lowMs: measurement.interval.low,
          highMs: measurement.interval.high,
        },
      ]
    : [];
  return {
    id: 'html',
    label: 'HTML',
    name: `${fileStem(config)}-report.html`,
    type: 'text/html',
    write: () => reportHtml({ config, address, measurements, text: reportText() }),
  };
}
