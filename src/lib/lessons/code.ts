// Read the code: the stage table beside three frameworks, and the traps between them, shown by numbers.
import { m } from '../paraglide/messages.js';
import { KERAS, OPENED, PADDLE, PYTORCH } from './listings.ts';
import type { Lesson } from './lesson.ts';

export const code: Lesson = {
  id: 'code',
  title: m.lesson_code,
  about: m.lesson_code_about,
  steps: [
    {
      id: 'table',
      title: m.lesson_code_table,
      text: [m.lesson_code_table_1, m.lesson_code_table_2],
      network: {},
      look: { kind: 'code', listings: [PADDLE, PYTORCH, KERAS], opened: OPENED },
      question: {
        kind: 'choice',
        ask: m.lesson_code_table_ask,
        options: [
          { text: m.lesson_code_table_a, right: false, why: m.lesson_code_table_a_why },
          { text: m.lesson_code_table_b, right: true, why: m.lesson_code_table_b_why },
        ],
      },
    },
    {
      id: 'padding',
      title: m.lesson_code_padding,
      text: [m.lesson_code_padding_1, m.lesson_code_padding_2],
      network: {},
      look: {
        kind: 'trap',
        rules: [
          { id: 'symmetric', name: m.traps_symmetric, change: {} },
          { id: 'same', name: m.traps_same_padding, change: { padding: 'same' } },
        ],
      },
      tryThis: m.lesson_code_padding_try,
      question: {
        kind: 'choice',
        ask: m.lesson_code_padding_ask,
        options: [
          { text: m.lesson_code_padding_a, right: false, why: m.lesson_code_padding_a_why },
          { text: m.lesson_code_padding_b, right: true, why: m.lesson_code_padding_b_why },
        ],
      },
    },
    {
      id: 'dropout',
      title: m.lesson_code_dropout,
      text: [m.lesson_code_dropout_1, m.lesson_code_dropout_2],
      network: {},
      look: {
        kind: 'trap',
        rules: [
          { id: 'downscale', name: m.traps_downscale, change: {} },
          { id: 'inverted', name: m.traps_inverted, change: { dropoutMode: 'inverted' } },
        ],
      },
      tryThis: m.lesson_code_dropout_try,
      question: {
        kind: 'choice',
        ask: m.lesson_code_dropout_ask,
        options: [
          { text: m.lesson_code_dropout_a, right: true, why: m.lesson_code_dropout_a_why },
          { text: m.lesson_code_dropout_b, right: false, why: m.lesson_code_dropout_b_why },
        ],
      },
    },
    {
      id: 'gate',
      title: m.lesson_code_gate,
      text: [m.lesson_code_gate_1, m.lesson_code_gate_2],
      network: {},
      look: {
        kind: 'trap',
        rules: [
          { id: 'relu6', name: m.traps_relu6, change: {} },
          { id: 'keras2', name: m.traps_keras2, change: { gate: 'keras2' } },
        ],
      },
      tryThis: m.lesson_code_gate_try,
      question: {
        kind: 'choice',
        ask: m.lesson_code_gate_ask,
        options: [
          { text: () => '0.083', right: true, why: m.lesson_code_gate_a_why },
          { text: () => '0.033', right: false, why: m.lesson_code_gate_b_why },
        ],
      },
    },
  ],
};
