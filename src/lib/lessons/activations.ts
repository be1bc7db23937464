// Activations: their curves, where they differ, and what they cost in this very network.
import { m } from '../paraglide/messages.js';
import type { Contestant, Lesson } from './lesson.ts';

const SAME_BUT_ACTIVATION: readonly Contestant[] = [
  { id: 'relu', name: () => 'ReLU', change: { scale: 0.5, activation: 'relu' } },
  { id: 'leakyrelu', name: () => 'LeakyReLU', change: { scale: 0.5, activation: 'leakyrelu' } },
  { id: 'prelu', name: () => 'PReLU', change: { scale: 0.5, activation: 'prelu' } },
  { id: 'elu', name: () => 'ELU', change: { scale: 0.5, activation: 'elu' } },
  { id: 'swish', name: () => 'swish', change: { scale: 0.5, activation: 'swish' } },
  { id: 'hardswish', name: () => 'h-swish', change: { scale: 0.5 } },
];

export const activations: Lesson = {
  id: 'activations',
  title: m.lesson_act,
  about: m.lesson_act_about,
  steps: [
    {
      id: 'curves',
      title: m.lesson_act_curves,
      text: [m.lesson_act_curves_1, m.lesson_act_curves_2],
      network: { scale: 0.5 },
      look: { kind: 'activations' },
      tryThis: m.lesson_act_curves_try,
      question: {
        kind: 'choice',
        ask: m.lesson_act_curves_ask,
        options: [
          { text: () => 'x = 0', right: false, why: m.lesson_act_curves_a },
          { text: () => 'x = ±1', right: false, why: m.lesson_act_curves_b },
          { text: () => 'x = ±3', right: true, why: m.lesson_act_curves_c },
        ],
      },
    },
    {
      id: 'cost',
      title: m.lesson_act_cost,
      text: [m.lesson_act_cost_1, m.lesson_act_cost_2],
      network: { scale: 0.5 },
      look: { kind: 'race', networks: SAME_BUT_ACTIVATION, columns: ['params', 'macs', 'ms', 'imagenet'] },
      question: { kind: 'predict', ask: m.lesson_act_cost_ask, by: 'ms', why: m.lesson_act_cost_why },
    },
  ],
};
