// Which step an address means, and which addresses there are.
import { error } from '@sveltejs/kit';
import { baseLocale, locales } from '$lib/paraglide/runtime.js';
import { LESSONS, placeOf } from '$lib/lessons/index.ts';
import type { EntryGenerator, PageLoad } from './$types';

export const load: PageLoad = ({ params }) => {
  const place = placeOf(params.lesson, params.step);
  if (!place) error(404, `no lesson ${params.lesson}/${params.step ?? ''}`);
  return { place };
};

const LANGUAGES = locales.map((locale) => (locale === baseLocale ? undefined : locale));

export const entries: EntryGenerator = () =>
  LANGUAGES.flatMap((lang) =>
    LESSONS.flatMap(({ id: lesson, steps }) =>
      [undefined, ...steps.map(({ id }) => id)].map((step) => ({
        lesson,
        ...(lang ? { lang } : {}),
        ...(step ? { step } : {}),
      })),
    ),
  );
