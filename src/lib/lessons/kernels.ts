// Larger kernels, late: what a position sees, and what that costs.
import { m } from '../paraglide/messages.js';
import type { Contestant, Lesson } from './lesson.ts';
import { kernels as pattern } from './patterns.ts';

const PLACEMENTS: readonly Contestant[] = [
  { id: 'none', name: m.lesson_kernel_none, change: { scale: 0.5, ...pattern('3333333333333') } },
  { id: 'early', name: m.lesson_kernel_early, change: { scale: 0.5, ...pattern('5555555333333') } },
  { id: 'late', name: m.lesson_kernel_late, change: { scale: 0.5 } },
  { id: 'everywhere', name: m.lesson_kernel_everywhere, change: { scale: 0.5, ...pattern('5555555555555') } },
];

export const kernels: Lesson = {
  id: 'kernels',
  title: m.lesson_kernel,
  about: m.lesson_kernel_about,
  steps: [
    {
      id: 'field',
      title: m.lesson_kernel_field,
      text: [m.lesson_kernel_field_1, m.lesson_kernel_field_2],
      network: pattern('3333333333333'),
      look: { kind: 'fields' },
      tryThis: m.lesson_kernel_field_try,
      question: {
        kind: 'goal',
        ask: m.lesson_kernel_field_ask,
        goal: { atLeast: { receptiveField: 700 }, atMost: { macs: 156e6 } },
        example: {},
        why: m.lesson_kernel_field_why,
      },
    },
    {
      id: 'late',
      title: m.lesson_kernel_place,
      text: [m.lesson_kernel_place_1, m.lesson_kernel_place_2],
      network: { scale: 0.5 },
      look: { kind: 'race', networks: PLACEMENTS, columns: ['params', 'macs', 'ms', 'imagenet'] },
      question: {
        kind: 'predict',
        ask: m.lesson_kernel_place_ask,
        by: 'macs',
        why: m.lesson_kernel_place_why,
      },
    },
  ],
};
