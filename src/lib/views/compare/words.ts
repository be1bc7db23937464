// Words of a comparison: networks, places, and what differs of two blocks.
import type { BlockFact, BlockFacts } from '$lib/core/compare/blockFacts.ts';
import type { BlockPair } from '$lib/core/compare/differences.ts';
import type { ComparedNetwork } from '$lib/core/compare/network.ts';
import type { Place } from '$lib/core/compare/place.ts';
import type { NetConfig } from '$lib/core/config/netConfig.ts';
import { FAMILIES } from '$lib/core/families/index.ts';
import { ACTIVATION_NAMES } from '$lib/core/graph/shortName.ts';
import { writeOptions } from '$lib/core/options.ts';
import { m } from '$lib/paraglide/messages.js';

/** `PP-LCNet ×0.5`. */
export const networkName = ({ family, scale }: Pick<NetConfig, 'family' | 'scale'>): string =>
  `${FAMILIES[family].label} ×${scale}`;

/** What a network's name does not say: `resolution 192 · se 0000001100000`. */
export const otherSettings = ({ config }: Pick<ComparedNetwork, 'config'>): string =>
  writeOptions(config)
    .filter(([option]) => option !== 'family' && option !== 'scale')
    .map((words) => words.join(' '))
    .join(' · ');

export function placeName(place: Place): string {
  if (place === 'stem') return m.compare_stem();
  return place === 'head' ? m.compare_head() : place;
}

export const FACT_NAMES: { readonly [F in BlockFact]: () => string } = {
  kernel: m.editor_kernel,
  stride: m.editor_stride,
  se: () => 'SE',
  expansion: m.editor_expansion,
  activation: m.editor_act,
  channels: m.editor_channels,
};

const SAY: { readonly [F in BlockFact]: (facts: BlockFacts) => string } = {
  kernel: ({ kernel }) => (kernel === undefined ? '—' : `${kernel}×${kernel}`),
  stride: ({ stride: [height, width] }) => (height === width ? String(height) : `${height}×${width}`),
  se: ({ se }) => (se ? m.compare_yes() : m.compare_no()),
  expansion: ({ expansion }) => String(expansion ?? '—'),
  activation: ({ activation }) => ACTIVATION_NAMES[activation],
  channels: ({ channels }) => channels.join(' → '),
};

export const factText = (fact: BlockFact, facts: BlockFacts): string => SAY[fact](facts);

/** One line per thing that differs, for the tip over a block of the figure. */
export function pairLines({ base, baseFacts, otherFacts, differing }: BlockPair): readonly string[] {
  if (base === undefined || !baseFacts || !otherFacts) return [m.compare_alone()];
  return differing.map((fact) =>
    m.compare_fact({ fact: FACT_NAMES[fact](), base: SAY[fact](baseFacts), other: SAY[fact](otherFacts) }),
  );
}
