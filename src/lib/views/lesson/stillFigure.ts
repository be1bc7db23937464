// The figure of a step as HTML, for prerendered pages. Of use to the build alone.
import { render } from 'svelte/server';
import type { Step } from '$lib/lessons/lesson.ts';
import { overwriteGetLocale } from '$lib/paraglide/runtime.js';
import { localeOf } from '$lib/state/locale.ts';
import { stepConfig } from '$lib/state/stepNetwork.ts';
import { Workbench } from '$lib/state/workbench.svelte.ts';
import Figure from '../explore/Figure.svelte';
import { hasFigure } from './hasFigure.ts';

/** Empty for a step without one. @param lang as in the address */
export function stillFigure({ look, network }: Step, lang: string | undefined): string {
  if (!hasFigure(look)) return '';
  // the layout, which sets it for its pages, is not there yet
  overwriteGetLocale(() => localeOf(lang));
  const bench = new Workbench();
  bench.explorer.preview(stepConfig(network));
  return render(Figure, { props: { bench } }).body;
}
