// Words for the presets of families.
import { m } from '$lib/paraglide/messages.js';

export const PRESET_TEXT: Readonly<
  Record<string, { readonly name: () => string; readonly about: () => string }>
> = {
  keras: { name: m.editor_keras, about: m.editor_keras_about },
  'published-x2': { name: m.editor_published_x2, about: m.editor_published_x2_about },
};
