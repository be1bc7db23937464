// The language of a page is the first segment of its path: none is the base language, `zh-CN` is Chinese.
import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { page } from '$app/state';
import { baseLocale, isLocale, locales, type Locale } from '$lib/paraglide/runtime.js';
import { remember } from './storage.ts';

/** A page whatever its language and wherever the site is mounted: `/` or `/compare/`. */
export type PagePath = '/' | `/${string}/`;

/** The language that the route parameter `[[lang=locale]]` stands for. */
export function localeOf(lang: string | undefined): Locale {
  return isLocale(lang) ? lang : baseLocale;
}

/** The route parameter `[[lang=locale]]` of every language. */
export const LANG_PARAMS: readonly { readonly lang?: Exclude<Locale, typeof baseLocale> }[] = locales.map(
  (locale) => (locale === baseLocale ? {} : { lang: locale }),
);

/** The link to a page in a language; relative while prerendering, so that any base path works. */
export function localizedHref(path: PagePath, locale: Locale): string {
  return resolve((locale === baseLocale ? path : `/${locale}${path}`) as '/');
}

/** The page being shown. Reactive. */
export function currentPage(): PagePath {
  const pattern = (page.route.id ?? '').replace('/[[lang=locale]]', '');
  const path = pattern.replace(/\/\[+(\w+)\]+/g, (_whole, name: string) => {
    const value = (page.params as Readonly<Record<string, string | undefined>>)[name];
    return value === undefined ? '' : `/${value}`;
  });
  return `${path}/` as PagePath;
}

/** Goes to the same page in another language, keeping the query, and remembers the choice. */
export async function switchLocale(locale: Locale): Promise<void> {
  remember('lcnet.locale', locale);
  await goTo(locale);
}

/**
 * Keeps the language on the way back to what was done in another: the address bar has that one's then, and the router
 * shows the same page as before.
 */
export async function keepLocale(): Promise<void> {
  // a step that the router takes for a page of its own brings its own language
  if (page.url.pathname !== location.pathname) return;
  const shown = localeOf(page.params['lang']);
  const isOf = (locale: Locale) => localizedHref(currentPage(), locale) === location.pathname;
  if (!isOf(shown) && locales.some(isOf)) await goTo(shown);
}

async function goTo(locale: Locale): Promise<void> {
  const { search, hash } = location;
  // replaces the entry: a language is no step of the work that Back should undo
  await goto(`${localizedHref(currentPage(), locale)}${search}${hash}`, {
    replaceState: true,
    noScroll: true,
    keepFocus: true,
    // the first entry's step is 0 but nowhere written, and one without any would end Redo
    state: { ...page.state, step: page.state.step ?? 0 },
  });
}
