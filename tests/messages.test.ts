// The message catalogues of all languages say the same things.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import settings from '../project.inlang/settings.json' with { type: 'json' };

type Catalogue = Readonly<Record<string, unknown>>;

const catalogue = (locale: string): Catalogue =>
  JSON.parse(readFileSync(new URL(`../messages/${locale}.json`, import.meta.url), 'utf8')) as Catalogue;

/** The names between braces, sorted; plurals and other variants are searched through and through. */
function placeholders(message: unknown): readonly string[] {
  const names = JSON.stringify(message).matchAll(/\{(\w+)\}/g);
  return [...new Set([...names].map(([, name]) => name ?? ''))].sort();
}

const isEmpty = (message: unknown) =>
  typeof message === 'string' ? message.trim() === '' : message === null;

const base = catalogue(settings.baseLocale);

/** All words of the program, but those that are made of the catalogues themselves. */
function wordsOfProgram(): ReadonlySet<string> {
  const source = new URL('../src/', import.meta.url);
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(ts|svelte)$/.test(file) && !file.includes('paraglide'),
  );
  return new Set(files.flatMap((file) => readFileSync(new URL(file, source), 'utf8').match(/\w+/g) ?? []));
}

test('every message is used', () => {
  const used = wordsOfProgram();
  expect(Object.keys(base).filter((key) => !key.startsWith('$') && !used.has(key))).toEqual([]);
});

describe.each(settings.locales)('the catalogue %s', (locale) => {
  const messages = catalogue(locale);

  test(`has the keys of ${settings.baseLocale}, in the same order`, () => {
    expect(Object.keys(messages)).toEqual(Object.keys(base));
  });

  test('has no empty text', () => {
    expect(Object.keys(messages).filter((key) => isEmpty(messages[key]))).toEqual([]);
  });

  test(`has the placeholders of ${settings.baseLocale}`, () => {
    const differing = Object.keys(base).filter(
      (key) => placeholders(messages[key] ?? '').join() !== placeholders(base[key]).join(),
    );
    expect(differing).toEqual([]);
  });
});
