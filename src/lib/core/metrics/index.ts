// The list of metrics. A new metric is one file and one line here: it becomes a column, a colour scale, a total and a CSV field.
import { activationBytes, activationElements } from './activations.ts';
import { flops, FLOP_CONVENTIONS } from './flops.ts';
import { arithmeticIntensity } from './intensity.ts';
import { macs } from './macs.ts';
import type { Metric } from './metric.ts';
import { params, paramsWithStatistics, weightBytes } from './params.ts';
import { peakActivationBytes } from './peakMemory.ts';
import { receptiveField } from './receptiveField.ts';

export const METRICS = [
  params,
  paramsWithStatistics,
  macs,
  ...FLOP_CONVENTIONS.map((convention) => flops(convention)),
  weightBytes,
  activationElements,
  activationBytes,
  peakActivationBytes,
  receptiveField,
  arithmeticIntensity,
] as const satisfies readonly Metric[];

export type MetricId = (typeof METRICS)[number]['id'];
