// The rows of the table of totals: what each is called, how it is written, and which way is better.
import type { MetricId } from '$lib/core/metrics/index.ts';
import { m } from '$lib/paraglide/messages.js';
import { bytes, fixed, millions, whole, type Quantity } from '../ui/format.ts';

export type Better = 'lower' | 'higher' | undefined;

export interface TotalsRow {
  readonly metric: Exclude<MetricId, `flops.${string}`>;
  readonly name: () => string;
  readonly write: (value: number) => string;
  readonly better: Better;
}

const joined = ({ text, unit }: Quantity): string => `${text} ${unit}`;
/** What would be 0.00 M is written out. */
export const inMillions = (value: number): string => (value < 5e3 ? whole(value) : joined(millions(value)));
export const inBytes = (value: number): string => joined(bytes(value));
const inPixels = (value: number): string => `${whole(value)} px`;

export const TOTALS_ROWS: readonly TotalsRow[] = [
  { metric: 'params', name: m.totals_params, write: whole, better: 'lower' },
  { metric: 'paramsWithStatistics', name: m.compare_params_stored, write: whole, better: 'lower' },
  { metric: 'weightBytes', name: m.metric_weight_bytes, write: inBytes, better: 'lower' },
  { metric: 'macs', name: () => 'MACs', write: inMillions, better: 'lower' },
  { metric: 'activationElements', name: m.compare_activations, write: inMillions, better: 'lower' },
  { metric: 'activationBytes', name: m.metric_activation_bytes, write: inBytes, better: 'lower' },
  { metric: 'peakActivationBytes', name: m.totals_peak, write: inBytes, better: 'lower' },
  { metric: 'receptiveField', name: m.metric_receptive_field, write: inPixels, better: undefined },
  {
    metric: 'arithmeticIntensity',
    name: m.metric_intensity,
    write: (value) => fixed(value, value < 0.1 ? 4 : 2),
    better: undefined,
  },
];
