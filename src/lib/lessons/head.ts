// After the pooling: why a 1280-wide 1×1 convolution costs almost no time, and where the parameters are.
import { m } from '../paraglide/messages.js';
import type { Lesson } from './lesson.ts';

export const head: Lesson = {
  id: 'head',
  title: m.lesson_head,
  about: m.lesson_head_about,
  steps: [
    {
      id: 'share',
      title: m.lesson_head_share,
      text: [m.lesson_head_share_1, m.lesson_head_share_2],
      network: {},
      look: { kind: 'stages' },
      question: {
        kind: 'choice',
        ask: m.lesson_head_share_ask,
        options: [
          { text: () => '1 %', right: false, why: m.lesson_head_share_a },
          { text: () => '22 %', right: false, why: m.lesson_head_share_b },
          { text: () => '66 %', right: true, why: m.lesson_head_share_c },
        ],
      },
    },
    {
      id: 'price',
      title: m.lesson_head_price,
      text: [m.lesson_head_price_1, m.lesson_head_price_2],
      network: { scale: 0.5 },
      look: {
        kind: 'race',
        columns: ['params', 'macs', 'ms', 'imagenet'],
        networks: [
          { id: 'none', name: m.lesson_head_none, change: { scale: 0.5, lastConv: 0 } },
          { id: 'small', name: m.lesson_head_small, change: { scale: 0.5, lastConv: 640 } },
          { id: 'official', name: m.lesson_head_official, change: { scale: 0.5 } },
        ],
      },
      question: { kind: 'predict', ask: m.lesson_head_price_ask, by: 'ms', why: m.lesson_head_price_why },
    },
    {
      id: 'without',
      title: m.lesson_head_without,
      text: [m.lesson_head_without_1],
      network: {},
      look: { kind: 'stages' },
      tryThis: m.lesson_head_without_try,
      question: {
        kind: 'goal',
        ask: m.lesson_head_without_ask,
        goal: { atMost: { params: 2.2e6 }, atLeast: { macs: 154e6 } },
        example: { lastConv: 640 },
        why: m.lesson_head_without_why,
      },
    },
  ],
};
