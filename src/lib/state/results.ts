// Results: what running the present network has given so far.
import type {
  DeviceCheck,
  FilmstripFrame,
  Gates,
  LoadedNetwork,
  Measurement,
  Prediction,
  Profile,
} from '$lib/engines/protocol.ts';

/** Everything known of one network on one device with one picture. Filled step by step. */
export interface Results {
  readonly loaded?: LoadedNetwork;
  readonly prediction?: Prediction;
  readonly filmstrip?: readonly FilmstripFrame[];
  readonly gates?: readonly Gates[];
  readonly measurement?: Measurement;
  readonly profile?: Profile;
  readonly check?: DeviceCheck;
}
