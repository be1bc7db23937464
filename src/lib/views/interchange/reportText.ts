// The words of reports and stage tables in the page's language.
import type { ReportText } from '$lib/core/document/report/text.ts';
import type { StageText } from '$lib/core/document/stageText.ts';
import { FLOP_CONVENTIONS, type FlopConvention } from '$lib/core/metrics/flops.ts';
import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import { diagramText } from '../diagram/text.ts';
import { FLOPS_COUNT } from '../totals/conventions.ts';

export const stageText = (): StageText => ({
  stage: m.report_stage(),
  block: m.editor_block(),
  operator: m.report_operator(),
  kernel: m.report_kernel(),
  stride: m.report_stride(),
  se: 'SE',
  yes: m.report_yes(),
  activation: m.editor_activation(),
  count: 'n',
  expanded: m.report_expanded(),
  input: m.model_input(),
  output: m.report_output(),
  params: m.report_params_k(),
  macs: m.report_macs_m(),
  total: m.report_total(),
});

function counts(): Readonly<Record<FlopConvention, string>> {
  const words = FLOP_CONVENTIONS.map((id): readonly [string, string] => [id, FLOPS_COUNT[id]()]);
  return Object.fromEntries(words) as Record<FlopConvention, string>;
}

export const reportText = (): ReportText => ({
  language: getLocale(),
  diagram: diagramText(),
  stageTable: stageText(),
  subtitle: (facts) => m.report_subtitle(facts),
  figures: m.report_figures(),
  totals: m.report_totals(),
  params: m.totals_params(),
  paramsNote: (stored) => m.report_params_note({ stored }),
  macsNote: m.report_macs_note(),
  flopsNote: m.report_flops_note(),
  weights: m.report_weights(),
  weightsNote: m.report_weights_note(),
  peak: m.totals_peak(),
  peakNote: m.report_peak_note(),
  conventions: m.report_conventions(),
  conventionHead: [m.report_convention(), m.report_counts(), 'FLOPs'],
  counts: counts(),
  stages: m.report_stages(),
  layers: m.report_layers(),
  layerHead: [
    m.editor_block(),
    m.report_layer(),
    m.report_operator(),
    m.model_input(),
    m.report_output(),
    m.report_params(),
    'MACs',
    m.metric_receptive_field(),
  ],
  published: m.report_published(),
  publishedNote: m.report_published_note(),
  publishedNone: m.report_published_none(),
  publishedHead: [
    m.chart_network(),
    m.report_training(),
    m.report_source(),
    m.report_top1(),
    m.report_top5(),
    m.report_params_m(),
    m.report_flops_m(),
  ],
  recipes: { plain: m.report_plain(), ssld: m.report_ssld() },
  latencyHead: [m.chart_network(), m.report_measured_on(), m.report_source(), m.report_latency_ms()],
  threads: (count) => (count === 1 ? m.report_thread() : m.report_threads({ count })),
  batch: (size) => m.report_batch({ size }),
  separator: m.report_separator(),
  measured: m.report_measured(),
  measuredNote: m.report_measured_note(),
  measuredHead: [
    m.run_device(),
    m.report_engine(),
    m.report_thread_count(),
    m.report_runs(),
    m.report_median_ms(),
    m.report_interval_ms(),
    m.report_p90_ms(),
  ],
  configuration: m.report_configuration(),
  configurationNote: m.report_configuration_note(),
  configurationHead: [m.report_option(), m.report_value()],
  address: m.report_open(),
});
