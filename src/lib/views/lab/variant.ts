// The short name of a network among those of its family: `0.5`, and what else differs from the family's defaults.
import type { FieldNetwork } from '$lib/core/tradeoff/fieldNetworks.ts';
import { savedNetworks } from '$lib/state/savedNetworks.svelte.ts';
import { LESSONS } from '$lib/core/tradeoff/networks.ts';

const LESSON_NAMES = new Map([
  [LESSONS.se.everywhere.key, 'SE × 13'],
  [LESSONS.kernel.everywhere.key, '5×5 × 13'],
]);

/** Options that the name of a published network says already. */
const isSaid = (option: string, name: string): boolean =>
  /^(family|scale)=/.test(option) || (option.startsWith('widths=') && name === 'ShuffleNetV2_x2_0');

/** A saved network goes by its own name. */
export function variantOf({ config, key, name }: FieldNetwork): string {
  if (savedNetworks.find(key)?.name === name) return name;
  const lesson = LESSON_NAMES.get(key);
  if (lesson) return `${config.scale} ${lesson}`;
  const options = key.split('&').filter((option) => !isSaid(option, name));
  return [config.scale, ...options.map((option) => option.replace('activation=', ''))].join(' ');
}
