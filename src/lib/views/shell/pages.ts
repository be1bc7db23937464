// The pages that the header links to, in order. A new page is its line here and its folder in src/routes.
import { m } from '$lib/paraglide/messages.js';
import type { PagePath } from '$lib/state/locale.ts';

interface PageLink {
  readonly path: PagePath;
  readonly name: () => string;
}

export const PAGES: readonly PageLink[] = [
  { path: '/', name: m.nav_explore },
  { path: '/tradeoff/', name: m.nav_tradeoff },
  { path: '/compare/', name: m.compare_nav },
  { path: '/lessons/', name: m.nav_lessons },
];
