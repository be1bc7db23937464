// The x axes of the trade-off chart: what each shows of a published network. Latency protocols are axes of their own, never mixed.
import { PROTOCOLS, type ProtocolId } from '../facts/published.ts';

export const AXIS_IDS = [
  'xeon6148',
  'sd855t1',
  'sd855t2',
  'sd855t4',
  'macs',
  'params',
  'activations',
  'here',
] as const;
/** `here`: measured on this device. Counts are in millions, activations in MB. */
export type AxisId = (typeof AXIS_IDS)[number];

export const isProtocol = (axis: AxisId): axis is Extract<AxisId, ProtocolId> => axis in PROTOCOLS;
