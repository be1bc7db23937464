// Paint by a metric: every part gets the shade of its value, from nothing to the largest in the figure.
import type { Paint } from './paint.ts';
import { PAPER } from './palette.ts';
import type { Part } from './parts.ts';
import { compact } from './quantity.ts';
import { shadeAt } from './ramp.ts';
import type { DiagramRequest } from './request.ts';
import type { ColourMetric } from './text.ts';

const LEGEND_SHADES = 24;

interface MetricPaint {
  readonly request: DiagramRequest;
  readonly parts: readonly Part[];
  readonly metric: ColourMetric;
}

/** Value of a part; `latency` adds up measured times. */
function valueOf({ analysis, measuredMs }: DiagramRequest, metric: ColourMetric, part: Part): number {
  if (metric !== 'latency') return analysis.rollUp(metric, part);
  let ms = 0;
  for (let i = part.start; i < part.end; i++) ms += measuredMs?.[i] ?? 0;
  return ms;
}

export function metricPaint({ request, parts, metric }: MetricPaint): Paint {
  const { theme, text } = request;
  const { muted } = PAPER[theme];
  const values = new Map(parts.map((part) => [part, valueOf(request, metric, part)]));
  const texts = new Map([...values].map(([part, value]) => [part, compact(value)]));
  const high = Math.max(0, ...values.values());
  const shareOf = (part: Part) => (high > 0 ? (values.get(part) ?? 0) / high : 0);
  const shade = (part: Part) => shadeAt(theme, shareOf(part));
  return {
    solid: (part) => ({ fill: shade(part).fill, stroke: muted, strokeWidth: 0.6 }),
    box: (part) => ({ ...shade(part), edge: muted }),
    value: (part) => texts.get(part),
    legend: {
      kind: 'scale',
      title: text.metrics[metric],
      low: '0',
      high: compact(high),
      colours: Array.from({ length: LEGEND_SHADES }, (_, i) => shadeAt(theme, i / (LEGEND_SHADES - 1)).fill),
    },
  };
}
