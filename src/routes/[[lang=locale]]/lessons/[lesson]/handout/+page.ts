// Which lesson an address means, and which there are.
import { error } from '@sveltejs/kit';
import { baseLocale, locales } from '$lib/paraglide/runtime.js';
import { LESSONS } from '$lib/lessons/index.ts';
import type { EntryGenerator, PageLoad } from './$types';

export const load: PageLoad = ({ params }) => {
  const lesson = LESSONS.find(({ id }) => id === params.lesson);
  if (!lesson) error(404, `no lesson ${params.lesson}`);
  return { lesson };
};

export const entries: EntryGenerator = () =>
  locales.flatMap((locale) =>
    LESSONS.map(({ id: lesson }) => ({ lesson, ...(locale === baseLocale ? {} : { lang: locale }) })),
  );
