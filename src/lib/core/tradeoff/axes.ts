// The x axes of the trade-off chart: what each shows of a published network. Latency protocols are axes of their own, never mixed.
import type { ProtocolId } from '../facts/published.ts';

export const AXIS_IDS = ['xeon6148', 'sd855t1', 'macs', 'params', 'here'] as const;
/** `here`: measured on this device. */
export type AxisId = (typeof AXIS_IDS)[number];

export const isProtocol = (axis: AxisId): axis is Extract<AxisId, ProtocolId> =>
  axis === 'xeon6148' || axis === 'sd855t1';
