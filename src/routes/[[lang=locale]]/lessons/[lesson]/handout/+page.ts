// Which lesson an address means.
import { error } from '@sveltejs/kit';
import { placeOf } from '$lib/lessons/contents.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params }) => {
  const place = await placeOf(params.lesson);
  if (!place) error(404, `no lesson ${params.lesson}`);
  return { lesson: place.lesson };
};
