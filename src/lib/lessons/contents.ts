// The table of contents: what is said of lessons where they are not read, and how each is loaded. In the order in which they are best read.
import { m } from '../paraglide/messages.js';
import type { Lesson, Step } from './lesson.ts';

type Heading = Pick<Step, 'id' | 'title'>;

/** A lesson as other pages know it. */
export interface Entry extends Pick<Lesson, 'id' | 'title' | 'about'> {
  readonly steps: readonly [Heading, ...Heading[]];
  readonly load: () => Promise<Lesson>;
}

export const CONTENTS: readonly Entry[] = [
  {
    id: 'fast',
    title: m.lesson_fast,
    about: m.lesson_fast_about,
    steps: [
      { id: 'macs', title: m.lesson_fast_macs },
      { id: 'equal', title: m.lesson_fast_equal },
      { id: 'time', title: m.lesson_fast_time },
      { id: 'device', title: m.lesson_fast_device },
    ],
    load: async () => (await import('./fast.ts')).fast,
  },
  {
    id: 'convolutions',
    title: m.lesson_conv,
    about: m.lesson_conv_about,
    steps: [
      { id: 'standard', title: m.lesson_conv_standard },
      { id: 'split', title: m.lesson_conv_split },
      { id: 'kernel', title: m.lesson_conv_kernel },
      { id: 'network', title: m.lesson_conv_network },
    ],
    load: async () => (await import('./convolutions.ts')).convolutions,
  },
  {
    id: 'activations',
    title: m.lesson_act,
    about: m.lesson_act_about,
    steps: [
      { id: 'curves', title: m.lesson_act_curves },
      { id: 'cost', title: m.lesson_act_cost },
    ],
    load: async () => (await import('./activations.ts')).activations,
  },
  {
    id: 'excitation',
    title: m.lesson_se,
    about: m.lesson_se_about,
    steps: [
      { id: 'gates', title: m.lesson_se_gates },
      { id: 'time', title: m.lesson_se_time },
      { id: 'accuracy', title: m.lesson_se_accuracy },
    ],
    load: async () => (await import('./excitation.ts')).excitation,
  },
  {
    id: 'kernels',
    title: m.lesson_kernel,
    about: m.lesson_kernel_about,
    steps: [
      { id: 'field', title: m.lesson_kernel_field },
      { id: 'late', title: m.lesson_kernel_place },
    ],
    load: async () => (await import('./kernels.ts')).kernels,
  },
  {
    id: 'head',
    title: m.lesson_head,
    about: m.lesson_head_about,
    steps: [
      { id: 'share', title: m.lesson_head_share },
      { id: 'price', title: m.lesson_head_price },
      { id: 'without', title: m.lesson_head_without },
    ],
    load: async () => (await import('./head.ts')).head,
  },
  {
    id: 'build',
    title: m.lesson_build,
    about: m.lesson_build_about,
    steps: [
      { id: 'base', title: m.lesson_build_base },
      { id: 'h-swish', title: m.lesson_build_hswish },
      { id: 'se', title: m.lesson_build_se },
      { id: 'kernels', title: m.lesson_build_kernels },
      { id: 'whole', title: m.lesson_build_whole },
      { id: 'left-out', title: m.lesson_build_without },
    ],
    load: async () => (await import('./build.ts')).build,
  },
  {
    id: 'code',
    title: m.lesson_code,
    about: m.lesson_code_about,
    steps: [
      { id: 'table', title: m.lesson_code_table },
      { id: 'padding', title: m.lesson_code_padding },
      { id: 'dropout', title: m.lesson_code_dropout },
      { id: 'gate', title: m.lesson_code_gate },
    ],
    load: async () => (await import('./code.ts')).code,
  },
];

export interface Place {
  readonly lesson: Lesson;
  readonly step: Step;
  /** Of the step, from 0. */
  readonly index: number;
  /** The lesson after this one. */
  readonly next: Entry | undefined;
}

/** Where an address leads: without a step, to the first; undefined where there is no such lesson or step. */
export async function placeOf(lessonId: string, stepId?: string): Promise<Place | undefined> {
  const number = CONTENTS.findIndex(({ id }) => id === lessonId);
  const lesson = await CONTENTS[number]?.load();
  if (!lesson) return undefined;
  const index = stepId === undefined ? 0 : lesson.steps.findIndex(({ id }) => id === stepId);
  const step = lesson.steps[index];
  return step && { lesson, step, index, next: CONTENTS[number + 1] };
}
