// The page for unknown addresses as text: every language, links to the explorer, to the lessons and to each of them.
import { escapeXml } from '$lib/core/diagram/svg.ts';
import { LESSONS } from '$lib/lessons/index.ts';
import { m } from '$lib/paraglide/messages.js';
import { baseLocale, locales, overwriteGetLocale, type Locale } from '$lib/paraglide/runtime.js';
import style from './notFound.css?raw';
import script from './wayBack.js?raw';

/** Links are those of a site at the root of its host; the page looks again where it is shown. */
function section(locale: Locale): string {
  const link = (path: string, text: string): string => {
    const localized = `${locale === baseLocale ? '' : `${locale}/`}${path}`;
    return `<a href="${escapeXml(`/${localized}`)}" data-path="${localized}">${escapeXml(text)}</a>`;
  };
  const lessons = LESSONS.map(({ id, title }) => `<li>${link(`lessons/${id}/`, title())}</li>`);
  const title = escapeXml(m.page_title({ page: m.not_found_title() }));
  return `<section lang="${locale}" data-title="${title}">
<h1>${escapeXml(m.not_found_title())}</h1>
<p>${escapeXml(m.not_found_about())}</p>
<ul>
<li>${link('', m.not_found_explore())}</li>
<li>${link('lessons/', m.not_found_lessons())}<ul>${lessons.join('')}</ul></li>
</ul>
</section>`;
}

export async function notFoundPage(): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(script));
  const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
  const csp = `default-src 'none'; connect-src 'self'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'`;
  const sections = locales.map((locale) => {
    // lessons ask which it is; nothing else is written meanwhile
    overwriteGetLocale(() => locale);
    return section(locale);
  });
  overwriteGetLocale(() => baseLocale);
  return `<!doctype html>
<html lang="${baseLocale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="content-security-policy" content="${escapeXml(csp)}">
<title>${escapeXml(m.page_title({ page: m.not_found_title() }))}</title>
<style>${style}</style>
</head>
<body>
<main>
${sections.join('\n')}
</main>
<script type="module">${script}</script>
</body>
</html>
`;
}
