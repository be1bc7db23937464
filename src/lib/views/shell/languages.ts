// Every language by its own name, the same whatever language the page is in: hence no message.
import type { Locale } from '$lib/paraglide/runtime.js';

export const LANGUAGE_NAMES = { en: 'English', 'zh-CN': '中文' } as const satisfies Record<Locale, string>;
