// What the address of the page for frames says: a network, and how to show it.
import type { Problem } from '$lib/core/config/problem.ts';
import type { ReadConfig } from '$lib/core/options.ts';
import { locales } from '$lib/paraglide/runtime.js';
import { fromSearch } from '$lib/state/url.ts';

export const SHOWS = ['diagram', 'table', 'chart'] as const;
export type Show = (typeof SHOWS)[number];

/** Theme and language are also read by static/boot.js, before the first paint. */
const OWN = { show: SHOWS, theme: ['auto', 'light', 'dark'], lang: locales } as const;

interface EmbedAddress extends ReadConfig {
  readonly show: Show;
  readonly theme: string | null;
}

/** What is refused is a problem; the standard is shown instead. */
export function readAddress(search: string): EmbedAddress {
  const query = new URLSearchParams(search);
  const { config, problems } = fromSearch(search, Object.keys(OWN));
  const refused = Object.entries(OWN).flatMap(([option, allowed]): readonly Problem[] => {
    const found = query.get(option);
    if (found === null || allowed.some((choice) => choice === found)) return [];
    return [{ option, found, expected: { kind: 'choice', allowed } }];
  });
  const show = SHOWS.find((choice) => choice === query.get('show')) ?? 'diagram';
  return { config, problems: [...refused, ...problems], show, theme: query.get('theme') };
}
