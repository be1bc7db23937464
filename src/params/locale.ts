// Route matcher: the first path segment names a language other than the base language, which has no prefix.
import type { ParamMatcher } from '@sveltejs/kit';
import { baseLocale, isLocale } from '$lib/paraglide/runtime.js';

export const match = ((segment) => isLocale(segment) && segment !== baseLocale) satisfies ParamMatcher;
