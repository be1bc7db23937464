// Messages in few bytes: a module of Paraglide's becomes a list of its texts, and its runtime the part that is used here. In built pages only.
import { readFileSync } from 'node:fs';

/** @param {string} path from the root */
const read = (path) => JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));

const { baseLocale, locales } = read('project.inlang/settings.json');
/** @type {readonly Readonly<Record<string, unknown>>[]} in the order of the languages */
const catalogues = locales.map((/** @type {string} */ locale) => read(`messages/${locale}.json`));

const RUNTIME = `
export const baseLocale = ${JSON.stringify(baseLocale)};
export const locales = ${JSON.stringify(locales)};
export const isLocale = (locale) => locales.includes(locale);
export let getLocale = () => baseLocale;
export const overwriteGetLocale = (get) => { getLocale = get; };
export const experimentalStaticLocale = undefined;
export const message = (...texts) => (inputs, options) => {
  const text = texts[locales.indexOf(options?.locale ?? getLocale())];
  return typeof text === 'string' ? text : text(inputs);
};`;

const PLACEHOLDER = /\{(\w+)\}/g;

/** Source of a text, or of a function that fills in its placeholders. @param {string} text */
function compiled(text) {
  if (text.search(PLACEHOLDER) < 0) return JSON.stringify(text);
  return `(i) => \`${text.replace(/[`$]/g, '\\$&').replace(PLACEHOLDER, '${i.$1}')}\``;
}

/** Plurals and escapes, of which there are none so far, are left to Paraglide. @param {unknown} text */
const isPlain = (text) => typeof text === 'string' && !text.includes('\\');

/** @returns {import('vite').Plugin} */
export const fewBytes = () => ({
  name: 'messages-in-few-bytes',
  apply: 'build',
  enforce: 'pre',
  load(id) {
    const [, folder, name = ''] = /\/paraglide\/(messages\/)?(\w+)\.js$/.exec(id) ?? [];
    if (!folder) return name === 'runtime' ? RUNTIME : undefined;
    const texts = catalogues.map((catalogue) => catalogue[name]);
    if (!texts.every(isPlain)) return undefined;
    const list = texts.map((text) => compiled(String(text))).join(', ');
    return `import { message } from '../runtime.js';\nexport const ${name} = /* @__PURE__ */ message(${list});`;
  },
});
