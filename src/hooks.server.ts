// While prerendering: writes the page's language into <html lang>.
import type { Handle } from '@sveltejs/kit';
import { localeOf } from '$lib/state/locale.ts';

export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%lang%', localeOf(event.params.lang)),
  });
