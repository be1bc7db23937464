// Squeeze-and-excitation: what the gates do to test images, and where in the network they pay.
import { m } from '../paraglide/messages.js';
import type { Contestant, Lesson } from './lesson.ts';
import { se } from './patterns.ts';

/** The four placements of the paper's ablation study, on ×0.5. */
const PLACEMENTS: readonly Contestant[] = [
  { id: 'none', name: m.lesson_se_none, change: { scale: 0.5, ...se('0000000000000') } },
  { id: 'early', name: m.lesson_se_early, change: { scale: 0.5, ...se('1100000000000') } },
  { id: 'middle', name: m.lesson_se_middle, change: { scale: 0.5, ...se('0000001100000') } },
  { id: 'late', name: m.lesson_se_late, change: { scale: 0.5 } },
  { id: 'everywhere', name: m.lesson_se_everywhere, change: { scale: 0.5, ...se('1111111111111') } },
];

export const excitation: Lesson = {
  id: 'excitation',
  title: m.lesson_se,
  about: m.lesson_se_about,
  steps: [
    {
      id: 'gates',
      title: m.lesson_se_gates,
      text: [m.lesson_se_gates_1, m.lesson_se_gates_2],
      network: { task: 'fashion-mnist', scale: 0.5 },
      look: { kind: 'gates' },
      select: 'blocks6.1.se.conv1',
      tryThis: m.lesson_se_gates_try,
      question: {
        kind: 'choice',
        ask: m.lesson_se_gates_ask,
        options: [
          { text: () => '33,088', right: true, why: m.lesson_se_gates_a },
          { text: () => '65,536', right: false, why: m.lesson_se_gates_b },
          { text: () => '2,304', right: false, why: m.lesson_se_gates_c },
        ],
      },
    },
    {
      id: 'time',
      title: m.lesson_se_time,
      text: [m.lesson_se_time_1, m.lesson_se_time_2],
      network: { scale: 0.5 },
      look: { kind: 'race', networks: PLACEMENTS, columns: ['params', 'macs', 'ms'] },
      question: { kind: 'predict', ask: m.lesson_se_time_ask, by: 'ms', why: m.lesson_se_time_why },
    },
    {
      id: 'accuracy',
      title: m.lesson_se_accuracy,
      text: [m.lesson_se_accuracy_1, m.lesson_se_accuracy_2],
      network: { task: 'fashion-mnist', scale: 0.5 },
      look: { kind: 'race', networks: PLACEMENTS, columns: ['params', 'macs', 'imagenet', 'top1'] },
      question: { kind: 'predict', ask: m.lesson_se_accuracy_ask, by: 'top1', why: m.lesson_se_accuracy_why },
    },
  ],
};
