// Devices a network can run on, what is known of one that works, and why one does not.

export const DEVICE_IDS = [
  'simd',
  'simd-threads',
  'wasm',
  'wasm-threads',
  'webgpu',
  'webgl',
  'cpu',
  'reference',
] as const;
export type DeviceId = (typeof DEVICE_IDS)[number];

export const ENGINE_IDS = ['simd', 'tfjs', 'reference'] as const;
export type EngineId = (typeof ENGINE_IDS)[number];

export interface DeviceFacts {
  readonly device: DeviceId;
  readonly engine: EngineId;
  /** Name and version of what computes, for example `TensorFlow.js 4.22.0`. */
  readonly runtime: string;
  readonly threads: number;
  /** What the graphics interface calls its hardware. */
  readonly renderer?: string;
  /** The graphics interface says that a processor, not a graphics card, does the work. */
  readonly software?: boolean;
}

export type UnavailableReason =
  /** The browser lacks the interface. */
  | { readonly code: 'noWasm' | 'noSimd' | 'noWebgpu' | 'noWebgl' }
  /** The interface is there, but gives no graphics adapter. */
  | { readonly code: 'noAdapter' }
  /** Its textures hold 16 bits a value: outputs some thousandths off. */
  | { readonly code: 'halfPrecision' }
  /** Threads need a cross-origin isolated page. */
  | { readonly code: 'notIsolated' }
  | { readonly code: 'singleCore' }
  /** Its threads may wait for each other for ever in this browser. */
  | { readonly code: 'deadlock' }
  | { readonly code: 'contextLost' }
  /** One of several threads has ended. */
  | { readonly code: 'threadLost' }
  | { readonly code: 'failed'; readonly message: string }
  /** A small network gave other values than the reference: largest difference relative to the largest value. */
  | { readonly code: 'wrongResult'; readonly difference: number; readonly limit: number };

export type DeviceReport =
  | {
      readonly device: DeviceId;
      readonly available: true;
      readonly facts: DeviceFacts;
      /** Largest difference from the reference on a small network, relative to the largest value. */
      readonly difference: number;
    }
  | { readonly device: DeviceId; readonly available: false; readonly reason: UnavailableReason };
