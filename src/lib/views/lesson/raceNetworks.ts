// The networks of a race as settings: they are of the step's task.
import type { NetConfig } from '$lib/core/config/netConfig.ts';
import type { Step } from '$lib/lessons/lesson.ts';
import { stepConfig } from '$lib/state/stepNetwork.ts';

/** None for a step without a race. */
export function raceNetworks({
  look,
  network,
}: Step): readonly { readonly id: string; readonly config: NetConfig }[] {
  if (look.kind !== 'race') return [];
  const task = network.task ? { task: network.task } : {};
  return look.networks.map(({ id, change }) => ({ id, config: stepConfig({ ...task, ...change }) }));
}
