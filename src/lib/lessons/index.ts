// The lessons, in the order in which they are best read. A new lesson is a file and its line here.
import { activations } from './activations.ts';
import { build } from './build.ts';
import { code } from './code.ts';
import { convolutions } from './convolutions.ts';
import { excitation } from './excitation.ts';
import { fast } from './fast.ts';
import { head } from './head.ts';
import { kernels } from './kernels.ts';
import type { Lesson, Step } from './lesson.ts';

export const LESSONS: readonly Lesson[] = [
  fast,
  convolutions,
  activations,
  excitation,
  kernels,
  head,
  build,
  code,
];

export interface Place {
  readonly lesson: Lesson;
  readonly step: Step;
  /** Of the step, from 0. */
  readonly index: number;
  /** The lesson after this one. */
  readonly next: Lesson | undefined;
}

/** Where an address leads: without a step, to the first; undefined where there is no such lesson or step. */
export function placeOf(lessonId: string, stepId?: string): Place | undefined {
  const lesson = LESSONS.find(({ id }) => id === lessonId);
  if (!lesson) return undefined;
  const index = stepId === undefined ? 0 : lesson.steps.findIndex(({ id }) => id === stepId);
  const step = lesson.steps[index];
  return step && { lesson, step, index, next: LESSONS[LESSONS.indexOf(lesson) + 1] };
}
