// Every word of a report, passed in from outside; English for the command line and for tests.
import { ENGLISH as DIAGRAM_ENGLISH } from '../../diagram/english.ts';
import type { DiagramText } from '../../diagram/text.ts';
import type { Recipe } from '../../facts/published.ts';
import type { FlopConvention } from '../../metrics/flops.ts';
import { STAGE_ENGLISH, type StageText } from '../stageText.ts';

export interface ReportText {
  /** Language of the words, as HTML names it. */
  readonly language: string;
  readonly diagram: DiagramText;
  readonly stageTable: StageText;
  readonly subtitle: (facts: {
    readonly task: string;
    readonly input: string;
    readonly classes: string;
  }) => string;
  readonly figures: string;
  readonly totals: string;
  readonly params: string;
  readonly paramsNote: (withStatistics: string) => string;
  readonly macsNote: string;
  readonly flopsNote: string;
  readonly weights: string;
  readonly weightsNote: string;
  readonly peak: string;
  readonly peakNote: string;
  readonly conventions: string;
  readonly conventionHead: readonly [convention: string, counts: string, flops: string];
  /** What each tool counts. */
  readonly counts: Readonly<Record<FlopConvention, string>>;
  readonly stages: string;
  readonly layers: string;
  readonly layerHead: readonly [
    block: string,
    layer: string,
    operator: string,
    input: string,
    output: string,
    params: string,
    macs: string,
    field: string,
  ];
  readonly published: string;
  readonly publishedNote: string;
  readonly publishedNone: string;
  readonly publishedHead: readonly [
    name: string,
    recipe: string,
    source: string,
    top1: string,
    top5: string,
    params: string,
    flops: string,
  ];
  readonly recipes: Readonly<Record<Recipe, string>>;
  readonly latencyHead: readonly [name: string, protocol: string, source: string, ms: string];
  readonly threads: (count: number) => string;
  readonly batch: (size: number) => string;
  /** Between the parts of a protocol. */
  readonly separator: string;
  readonly measured: string;
  readonly measuredNote: string;
  readonly measuredHead: readonly [
    device: string,
    engine: string,
    threads: string,
    runs: string,
    median: string,
    interval: string,
    p90: string,
  ];
  readonly configuration: string;
  readonly configurationNote: string;
  readonly configurationHead: readonly [option: string, value: string];
  readonly address: string;
}

export const ENGLISH: ReportText = {
  language: 'en',
  diagram: DIAGRAM_ENGLISH,
  stageTable: STAGE_ENGLISH,
  subtitle: ({ task, input, classes }) => `${task} · input ${input} · ${classes} classes`,
  figures: 'Architecture',
  totals: 'Totals',
  params: 'Parameters',
  paramsNote: (withStatistics) => `trainable; ${withStatistics} with BN statistics`,
  macsNote: 'multiply–accumulates of convolutions and linear layers',
  flopsNote: 'as paddle.flops counts, the published convention',
  weights: 'Weights',
  weightsNote: '32-bit floats',
  peak: 'Peak activations',
  peakNote: '32-bit floats, one image, in place where possible',
  conventions: 'FLOPs by convention',
  conventionHead: ['Convention', 'What it counts', 'FLOPs'],
  counts: {
    paddle: 'MACs + conv biases + 2 per BN element + pooling windows: the published convention',
    paddle2024: 'paddle.flops on PaddleClas since May 2024: it no longer counts the pooling',
    fvcore: 'MACs + 2 per BN element + 1 per pooled input element',
    fvcoreMeanPool: 'MACs + 2 per BN element; pooling by mean() counts nothing',
    thop: 'MACs + 4 per BN element + pooling windows',
    ptflops: 'MACs + all biases + 2 per BN element + pooling + ReLU-like activations',
    ptflopsAten: 'MACs + all biases',
    torchinfo: '(weights + biases) × positions, BN as its parameters',
    macs2x: 'one multiplication and one addition per MAC: PyTorch FlopCounterMode, Keras, OpenVINO',
  },
  stages: 'Stage by stage',
  layers: 'Layer by layer',
  layerHead: ['Block', 'Layer', 'Operator', 'Input', 'Output', 'Params', 'MACs', 'Receptive field'],
  published: 'Published figures',
  publishedNote: 'What others published of exactly this network; nothing of it was measured here.',
  publishedNone: 'Nothing was published of exactly this network.',
  publishedHead: ['Network', 'Training', 'Source', 'Top-1, %', 'Top-5, %', 'Params, M', 'FLOPs, M'],
  recipes: { plain: 'plain', ssld: 'SSLD distillation' },
  latencyHead: ['Network', 'Measured on', 'Source', 'Latency, ms'],
  threads: (count) => (count === 1 ? '1 thread' : `${count} threads`),
  batch: (size) => `batch ${size}`,
  separator: ', ',
  measured: 'Measurements',
  measuredNote: 'Measured latency of one image; the interval is that of the median, 95 %.',
  measuredHead: ['Device', 'Engine', 'Threads', 'Runs', 'Median, ms', '95 % interval, ms', 'p90, ms'],
  configuration: 'Configuration',
  configurationNote:
    'Everything that defines this network, by the options of the command line and of addresses.',
  configurationHead: ['Option', 'Value'],
  address: 'Open in the explorer',
};
