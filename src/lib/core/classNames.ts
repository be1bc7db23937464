// Names of a network's classes, where its task and their number tell what they are.
import type { NetConfig } from './config/netConfig.ts';
import { IMAGENET_CLASSES } from './facts/imagenetClasses.ts';
import { TASKS } from './families/tasks.ts';

/** Empty where the classes are of nobody knows what: a network with another number of them than its task has. */
export function classNamesOf({ task, classes }: Pick<NetConfig, 'task' | 'classes'>): readonly string[] {
  const names = task === 'imagenet' ? IMAGENET_CLASSES : TASKS[task].classNames;
  return names.length === classes ? names : [];
}
