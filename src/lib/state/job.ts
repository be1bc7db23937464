// What the runner is given, and what it is doing.
import type { NetConfig } from '$lib/core/config/netConfig.ts';
import type { ImageTensor, WeightSource } from '$lib/engines/protocol.ts';

/** What is to run: a network and a picture that fits it. */
export interface Job {
  readonly key: string;
  /** Under which name its predictions of test images are kept; it is not tried where undefined. */
  readonly trial: string | undefined;
  readonly config: NetConfig;
  readonly weights: WeightSource;
  /** Asked for when it is needed: preparing a picture takes longer than a knob may wait. */
  readonly image: () => ImageTensor | undefined;
}

export type Phase =
  | 'idle'
  | 'devices'
  | 'loading'
  | 'trying'
  | 'measuring'
  | 'profiling'
  | 'refining'
  | 'done'
  | 'stopped'
  | 'lent'
  | 'failed';
