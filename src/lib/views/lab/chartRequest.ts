// The chart as the lab's controls ask for it; how large and how it is coloured is for the caller to say.
import type { ChartRequest } from '$lib/core/tradeoff/chart.ts';
import { m } from '$lib/paraglide/messages.js';
import { AXIS_TEXT } from '../tradeoff/axes.ts';
import type { LabChart } from './labChart.svelte.ts';

type Asked = Pick<ChartRequest, 'series' | 'y' | 'logarithmic' | 'front' | 'xTitle' | 'yTitle'>;

export const chartRequest = ({ series, accuracy, logarithmic, front, axis }: LabChart): Asked => ({
  series,
  y: accuracy,
  logarithmic,
  front,
  xTitle: AXIS_TEXT[axis].name(),
  yTitle: accuracy === 'top1' ? m.lab_top1() : m.lab_top5(),
});
