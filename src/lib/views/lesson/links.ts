// Addresses of lessons and steps in the language of the page.
import { getLocale } from '$lib/paraglide/runtime.js';
import { localizedHref } from '$lib/state/locale.ts';

export const stepHref = (lesson: string, step: string): string =>
  localizedHref(`/lessons/${lesson}/${step}/`, getLocale());

export const handoutHref = (lesson: string): string =>
  localizedHref(`/lessons/${lesson}/handout/`, getLocale());

export const lessonsHref = (): string => localizedHref('/lessons/', getLocale());

export const galleryHref = (): string => localizedHref('/gallery/', getLocale());
