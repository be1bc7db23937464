// The words of the diagram in the page's language.
import type { DiagramText } from '$lib/core/diagram/text.ts';
import { m } from '$lib/paraglide/messages.js';

export const diagramText = (): DiagramText => ({
  kinds: {
    input: m.diagram_kind_input(),
    conv: m.diagram_kind_conv(),
    depthwise: m.diagram_kind_depthwise(),
    pointwise: m.diagram_kind_pointwise(),
    norm: m.diagram_kind_norm(),
    activation: m.diagram_kind_activation(),
    se: 'SE',
    pool: m.diagram_kind_pool(),
    linear: m.diagram_kind_linear(),
    other: m.diagram_kind_other(),
  },
  block: (block) => m.layer_block({ block }),
  stripCaption: m.diagram_strip_caption(),
  stripCaptionOblong: m.diagram_strip_caption_oblong(),
  channels: m.diagram_channels(),
  metrics: {
    macs: 'MACs',
    params: m.metric_params(),
    activationBytes: m.metric_activation_bytes(),
    peakActivationBytes: m.metric_peak_bytes(),
    receptiveField: m.metric_receptive_field(),
    arithmeticIntensity: m.metric_intensity(),
    latency: m.diagram_measured_ms(),
  },
  totals: (totals) => m.diagram_totals(totals),
});
