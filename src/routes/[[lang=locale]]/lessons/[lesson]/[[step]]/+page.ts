// Which step an address means, and what its figure looks like.
import { error } from '@sveltejs/kit';
import { placeOf } from '$lib/lessons/contents.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params }) => {
  const place = await placeOf(params.lesson, params.step);
  if (!place) error(404, `no lesson ${params.lesson}/${params.step ?? ''}`);
  // the code of the figure comes later, what it draws is there from the start
  const still = import.meta.env.SSR
    ? (await import('$lib/views/lesson/stillFigure.ts')).stillFigure(place.step, params.lang)
    : '';
  return { place, still };
};
