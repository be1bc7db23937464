// All lessons at once, for the build and for tests: pages load one by one, by the table of contents. A new lesson is a file, its line here and its entry there.
import { activations } from './activations.ts';
import { build } from './build.ts';
import { code } from './code.ts';
import { convolutions } from './convolutions.ts';
import { excitation } from './excitation.ts';
import { fast } from './fast.ts';
import { head } from './head.ts';
import { kernels } from './kernels.ts';
import type { Lesson } from './lesson.ts';

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
