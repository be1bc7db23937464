// Which steps there are, in every language; of use to the build alone.
import { LESSONS } from '$lib/lessons/index.ts';
import { LANG_PARAMS } from '$lib/state/locale.ts';
import type { EntryGenerator } from './$types';

export const entries: EntryGenerator = () =>
  LANG_PARAMS.flatMap((lang) =>
    LESSONS.flatMap(({ id: lesson, steps }) => [
      { ...lang, lesson },
      ...steps.map(({ id: step }) => ({ ...lang, lesson, step })),
    ]),
  );
