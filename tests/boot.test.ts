// static/boot.js decides theme and language before the first paint; here it runs in a pretended page.
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import settings from '../project.inlang/settings.json' with { type: 'json' };

const source = readFileSync(new URL('../static/boot.js', import.meta.url), 'utf8');

interface Visit {
  readonly path?: string;
  readonly base?: string;
  readonly language?: string;
  readonly stored?: Readonly<Record<string, string>> | 'blocked';
  readonly systemDark?: boolean;
}

/** Runs the script and tells the theme it set and where it sent the visitor, if anywhere. */
function boot({ path = '/', base = '/', language = 'en-GB', stored = {}, systemDark = false }: Visit) {
  const url = new URL(path, 'http://site.test');
  const dataset: { theme?: string } = {};
  let sentTo: string | undefined;
  runInNewContext(source, {
    URL,
    URLSearchParams,
    navigator: { language },
    matchMedia: () => ({ matches: systemDark }),
    document: { currentScript: { src: new URL(`${base}boot.js`, url).href }, documentElement: { dataset } },
    localStorage: {
      getItem(key: string) {
        if (stored === 'blocked') throw new Error('denied');
        return stored[key] ?? null;
      },
    },
    location: {
      pathname: url.pathname,
      search: url.search,
      hash: url.hash,
      replace: (target: string) => (sentTo = target),
    },
  });
  return { theme: dataset.theme, sentTo };
}

test('knows every language that has a prefix', () => {
  const listed = /PREFIXED = (\[.*?\])/.exec(source)?.[1]?.replaceAll("'", '"') ?? '[]';
  expect(JSON.parse(listed)).toEqual(settings.locales.filter((locale) => locale !== settings.baseLocale));
});

test('a remembered language moves the visitor, with query and fragment, under any base path', () => {
  const stored = { 'lcnet.locale': 'zh-CN' };
  expect(boot({ path: '/?scale=0.5#x', stored }).sentTo).toBe('/zh-CN/?scale=0.5#x');
  expect(boot({ path: '/demo/compare/', base: '/demo/', stored }).sentTo).toBe('/demo/zh-CN/compare/');
});

test('a path that names a language stays', () => {
  expect(boot({ path: '/zh-CN/', stored: { 'lcnet.locale': 'en' } }).sentTo).toBeUndefined();
  expect(boot({ path: '/zh-CN/', stored: { 'lcnet.locale': 'zh-CN' } }).sentTo).toBeUndefined();
});

test('with nothing remembered the language of the browser decides', () => {
  expect(boot({ language: 'zh-TW' }).sentTo).toBe('/zh-CN/');
  expect(boot({ language: 'en-US' }).sentTo).toBeUndefined();
  expect(boot({ language: 'zh-CN', stored: { 'lcnet.locale': 'en' } }).sentTo).toBeUndefined();
});

test('nonsense in storage, or no storage, falls back to system and browser', () => {
  expect(boot({ stored: { 'lcnet.locale': '//evil.test', 'lcnet.theme': 'pink' } })).toEqual({
    theme: 'light',
    sentTo: undefined,
  });
  expect(boot({ stored: 'blocked', systemDark: true, language: 'zh' })).toEqual({
    theme: 'dark',
    sentTo: '/zh-CN/',
  });
});

test('a remembered theme wins over the system', () => {
  expect(boot({ stored: { 'lcnet.theme': 'light' }, systemDark: true }).theme).toBe('light');
  expect(boot({ stored: { 'lcnet.theme': 'auto' }, systemDark: true }).theme).toBe('dark');
});

test('within another page, theme and language are those that the address asks for', () => {
  const stored = { 'lcnet.theme': 'light', 'lcnet.locale': 'en' };
  expect(boot({ path: '/embed/?theme=dark', stored })).toMatchObject({ theme: 'dark' });
  expect(boot({ path: '/zh-CN/embed/?theme=dark&lang=zh-CN', stored }).theme).toBe('dark');
  expect(boot({ path: '/embed/?lang=zh-CN&scale=0.5', stored }).sentTo).toBe(
    '/zh-CN/embed/?lang=zh-CN&scale=0.5',
  );
  expect(boot({ path: '/embed/?lang=en', language: 'zh-CN' }).sentTo).toBeUndefined();
  expect(boot({ path: '/embed/?theme=purple', stored })).toMatchObject({ theme: 'light' });
  // elsewhere the address has no say in it
  expect(boot({ path: '/?theme=dark&lang=zh-CN', stored })).toMatchObject({
    theme: 'light',
    sentTo: undefined,
  });
});
