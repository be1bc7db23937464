// What files of a network are called, whatever is in them: two networks never share a name, and one always has the same.
import type { NetConfig } from './config/netConfig.ts';
import { hash } from './hash.ts';
import { writeOptions } from './options.ts';

/** These stand in the name as they are. */
const SPELLED: readonly string[] = ['family', 'scale', 'task'];
const DIGITS = 6;

/**
 * `pplcnet-x0.5` for a family's default at a scale, `pplcnet-x0.5-fashion-mnist` for another task; any other setting that differs
 * from its default adds six digits that stand for all of them: `pplcnet-x0.5-3f07c2`.
 */
export function fileStem(config: NetConfig): string {
  const options = writeOptions(config);
  const task = options.flatMap(([option, text]) => (option === 'task' ? [text] : []));
  const others = options.filter(([option]) => !SPELLED.includes(option));
  const digits = hash(others.map((entry) => entry.join('=')).join('&'))
    .toString(16)
    .padStart(8, '0')
    .slice(-DIGITS);
  return [config.family, `x${config.scale}`, ...task, ...(others.length > 0 ? [digits] : [])].join('-');
}
