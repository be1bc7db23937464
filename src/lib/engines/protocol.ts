// What can be asked of the inference worker: each question with its arguments, its progress and its answer.
import type { NetConfig } from '../core/config/netConfig.ts';
import type { Shape } from '../core/graph/ir.ts';
import type { ImportedNetwork } from '../core/interchange/importWeights.ts';
import type { ModelFile, ModelRequest } from '../core/interchange/modelForms.ts';
import type { TimingSummary } from '../core/tradeoff/timing.ts';
import type { NamedTensors } from '../core/weights/tensors.ts';
import type { Bell } from './bell.ts';
import type { FieldAnswer, FieldArgs, FieldProgress } from './field/terms.ts';
import type { DeviceFacts, DeviceId, DeviceReport } from './devices.ts';
import type { Failure } from './errors.ts';
import type { Part } from './trained/evaluate.ts';
import type { DataProgress } from './trained/taskData.ts';

/** One image, height × width × channels, preprocessed. */
export interface ImageTensor {
  readonly shape: Shape;
  readonly data: Float32Array<ArrayBuffer>;
}

/** Where weights come from: drawn from a seed (untrained), given by name, or cut out of those trained for the network's task. */
export type WeightSource =
  { readonly seed: number } | { readonly tensors: NamedTensors } | { readonly trained: true };

/** A weight file that the visitor has, or one at an address. */
export type WeightFile =
  | { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly name: string; readonly url: string };

export interface DownloadProgress {
  readonly bytes: number;
  /** Where the server says it. */
  readonly total?: number;
}

export type WeightKind = 'seeded' | 'given' | 'trained';

export type LoadStep = 'weights' | 'compile' | DataProgress;

/** What trying a network on images cost. */
export interface Evaluation {
  /** How many were tried. */
  readonly images: number;
}

export interface TestImages {
  /** 28 × 28 bytes for each image. */
  readonly pixels: Uint8Array<ArrayBuffer>;
  readonly labels: Uint8Array<ArrayBuffer>;
}

export interface ActivationMap {
  readonly height: number;
  readonly width: number;
  /** Row by row; positive speaks for the class. */
  readonly values: Float32Array<ArrayBuffer>;
}

export interface LoadedNetwork {
  readonly facts: DeviceFacts;
  readonly weights: WeightKind;
  /** Names of the nodes that run as one step, in order; every node is in exactly one group. */
  readonly groups: readonly (readonly string[])[];
  readonly weightsMs: number;
  readonly compileMs: number;
}

export interface Prediction {
  readonly logits: Float32Array<ArrayBuffer>;
  readonly ms: number;
}

export interface Measurement extends TimingSummary {
  readonly facts: DeviceFacts;
  readonly samplesMs: Float64Array<ArrayBuffer>;
  readonly warmupRuns: number;
  readonly firstRunMs: number;
  readonly stoppedBy: 'precision' | 'time';
}

export interface Profile {
  readonly facts: DeviceFacts;
  readonly runs: number;
  /** Mean time of each group of nodes over the runs. The sum over groups plus `remainderMs` is `wallMs`. */
  readonly groups: readonly { readonly nodes: readonly string[]; readonly ms: number }[];
  readonly wallMs: number;
  /** Wall time that belongs to no group: dispatch, copies, waiting for the device. */
  readonly remainderMs: number;
  /** Median of runs without instruments, for comparison. */
  readonly plainMs: number;
}

export interface FeatureMaps {
  readonly node: string;
  /** The last node of the fused group: whose output this is. */
  readonly shownNode: string;
  readonly shape: Shape;
  /** Height × width × channels. */
  readonly data: Float32Array<ArrayBuffer>;
  /** Per channel; a channel is dead where they are equal. */
  readonly min: Float32Array<ArrayBuffer>;
  readonly max: Float32Array<ArrayBuffer>;
}

export interface Gates {
  readonly block: string;
  readonly node: string;
  /** One value from 0 to 1 per channel. */
  readonly values: Float32Array<ArrayBuffer>;
}

export interface SmallMap {
  readonly channel: number;
  readonly height: number;
  readonly width: number;
  readonly min: number;
  readonly max: number;
  /** Row by row; 0 is `min`, 255 is `max`. */
  readonly pixels: Uint8Array<ArrayBuffer>;
}

export interface FilmstripFrame {
  readonly block: string;
  readonly node: string;
  readonly shape: Shape;
  /** The channels that vary most over the picture, strongest first. */
  readonly maps: readonly SmallMap[];
}

export interface DeviceCheck {
  readonly facts: DeviceFacts;
  /** Largest absolute difference between this device's logits and the reference's. */
  readonly maxDifference: number;
  /** Largest absolute logit of the reference. */
  readonly largest: number;
  readonly referenceMs: number;
}

export interface DeviceSpeed {
  readonly device: DeviceId;
  readonly medianMs: number;
}

export interface Questions {
  /** Tries every device on a small network; each report is progress as soon as it is known. */
  devices: { args: object; progress: DeviceReport; answer: readonly DeviceReport[] };
  /** Replaces the network. Anything still asked about the former one fails with `superseded`. */
  load: {
    args: { readonly config: NetConfig; readonly device: DeviceId; readonly weights: WeightSource };
    progress: LoadStep;
    answer: LoadedNetwork;
  };
  /** Runs the network. A given image becomes the current input of all other questions. */
  predict: { args: { readonly image?: ImageTensor }; progress: never; answer: Prediction };
  measure: {
    args: { readonly precision?: number; readonly maxMs?: number };
    progress: TimingSummary;
    answer: Measurement;
  };
  profile: { args: { readonly runs?: number }; progress: number; answer: Profile };
  featureMaps: { args: { readonly node: string }; progress: never; answer: FeatureMaps };
  gates: { args: object; progress: never; answer: readonly Gates[] };
  filmstrip: {
    args: { readonly maps?: number; readonly maxSide?: number };
    progress: never;
    answer: readonly FilmstripFrame[];
  };
  check: { args: object; progress: never; answer: DeviceCheck };
  /** The loaded network's predictions for test images of its task, from one up to before another. */
  evaluate: {
    args: { readonly from: number; readonly to: number };
    progress: Part;
    answer: Evaluation;
  };
  testImages: { args: object; progress: DataProgress; answer: TestImages };
  /** Of PP-LCNet: where in the current input the score of a class comes from. */
  activationMap: { args: { readonly classIndex: number }; progress: never; answer: ActivationMap };
  /** Median of a few runs of the current architecture on each device: which one is fastest here. */
  race: {
    args: { readonly devices: readonly DeviceId[] };
    progress: DeviceSpeed;
    answer: readonly DeviceSpeed[];
  };
  /** Measures many networks together, whatever is loaded. Progress delivers every sample, so that stopping loses none. */
  field: { args: FieldArgs; progress: FieldProgress; answer: FieldAnswer };
  /** Which network a weight file is for, and its tensors; changes nothing. */
  importWeights: { args: { readonly file: WeightFile }; progress: DownloadProgress; answer: ImportedNetwork };
  /** The loaded network with its weights, as a file of a format. */
  exportModel: { args: ModelRequest; progress: never; answer: ModelFile };
  memory: { args: object; progress: never; answer: { readonly tensors: number; readonly bytes: number } };
}
export type Question = keyof Questions;
export type Args<Q extends Question> = Questions[Q]['args'];
export type Progress<Q extends Question> = Questions[Q]['progress'];
export type Answer<Q extends Question> = Questions[Q]['answer'];

export type Ask = {
  [Q in Question]: {
    readonly type: 'ask';
    readonly id: number;
    readonly question: Q;
    readonly args: Args<Q>;
  };
}[Question];

export type ToWorker =
  | Ask
  | { readonly type: 'cancel'; readonly id: number }
  /** Comes before any question: the address of the site's root, and what rings with every other message. */
  | { readonly type: 'begin'; readonly site: string; readonly bell: Bell | undefined };

/** Every question ends in exactly one answer or failure; a cancelled one fails at once. */
export type FromWorker =
  | { readonly type: 'alive'; readonly lock: string }
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress<Question> }
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answer<Question> }
  | { readonly type: 'failure'; readonly id: number; readonly failure: Failure };
