// Words for the x axes of the trade-off chart.
import type { AxisId } from '$lib/core/tradeoff/axes.ts';
import { m } from '$lib/paraglide/messages.js';

export const AXIS_TEXT = {
  xeon6148: { name: m.chart_axis_xeon, unit: 'ms' },
  sd855t1: { name: m.chart_axis_sd855, unit: 'ms' },
  sd855t2: { name: m.chart_axis_sd855t2, unit: 'ms' },
  sd855t4: { name: m.chart_axis_sd855t4, unit: 'ms' },
  macs: { name: m.chart_axis_macs, unit: 'M' },
  params: { name: m.chart_axis_params, unit: 'M' },
  activations: { name: m.chart_axis_activations, unit: 'MB' },
  here: { name: m.chart_axis_here, unit: 'ms' },
} as const satisfies Record<AxisId, { name: () => string; unit: string }>;
