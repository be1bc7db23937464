// What an engine is: opens devices; an opened device compiles networks; a compiled network runs, taps and profiles.
import type { Graph } from '../core/graph/ir.ts';
import type { NamedTensors } from '../core/weights/tensors.ts';
import type { DeviceFacts, DeviceId, EngineId } from './devices.ts';
import type { ReadFile } from './trained/taskData.ts';

export type Values = Float32Array<ArrayBuffer>;

/** A batch of images of the network's input shape: batch × height × width × channels. */
export interface Batch {
  readonly input: Values;
  readonly batch: number;
  /** Long runs look at it between steps. */
  readonly signal?: AbortSignal | undefined;
}

export interface TapRequest extends Batch {
  /** Names of nodes whose values are wanted. */
  readonly nodes: readonly string[];
}

export interface InstrumentedRun {
  /** One time per group, in the order of `groups`. */
  readonly groupMs: Float64Array<ArrayBuffer>;
  /** The whole run, instruments included. */
  readonly wallMs: number;
}

export interface WeightedGraph {
  readonly graph: Graph;
  readonly weights: NamedTensors;
}

export interface CompiledNetwork {
  /** Nodes that run as one step, in order. Every node of the graph is in exactly one group. */
  readonly groups: readonly (readonly string[])[];
  /** Logits, batch × classes. */
  readonly run: (request: Batch) => Promise<Values>;
  /** For each wanted node the output of the group it is in (after fused activation), batch × height × width × channels. */
  readonly tap: (request: TapRequest) => Promise<ReadonlyMap<string, Values>>;
  readonly profile: (request: Batch) => Promise<InstrumentedRun>;
  readonly dispose: () => void;
}

/** What the device holds: tensors, or whole networks where they are kept in one piece each. */
export interface Memory {
  readonly tensors: number;
  readonly bytes: number;
}

/** A device that has been opened. */
export interface Runtime {
  readonly facts: DeviceFacts;
  /** Several networks may live at once; each is disposed of by its owner. */
  readonly compile: (source: WeightedGraph) => CompiledNetwork;
  /**
   * The weights with every batch norm's mean and (biased) variance taken from a batch of images, each norm after those before it.
   * Sub-networks of one super-network share all weights but these.
   */
  readonly recalibrate: (source: WeightedGraph, images: Batch) => Promise<NamedTensors>;
  readonly memory: () => Memory;
  /** Gives everything back that the device holds. */
  readonly close: () => void;
}

/** Files that a bundler must locate; Node finds its own. */
export interface WasmFiles {
  readonly plain: string;
  readonly simd: string;
  readonly threadedSimd: string;
}

/** What a further thread of WebAssembly needs to start. */
export interface ThreadStart {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  /** Which it is; 0 is the one that gives out the work. */
  readonly thread: number;
}

export interface Threads {
  /** Logical cores. */
  readonly cores: number;
  /** Resolves when the thread is ready, with how to end it. */
  readonly start: (start: ThreadStart) => Promise<() => void>;
}

export interface EngineEnvironment {
  readonly wasmFiles?: () => Promise<WasmFiles>;
  /** Reads files of the site: trained weights and images. */
  readonly readFile?: ReadFile;
  /** Threads outside of browsers, which have workers. */
  readonly threads?: Threads;
}

export interface Engine {
  readonly id: EngineId;
  readonly devices: readonly DeviceId[];
  /** Rejects with EngineError `unavailable`, whose data say why. */
  readonly open: (device: DeviceId, environment: EngineEnvironment) => Promise<Runtime>;
}
