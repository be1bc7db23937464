// Build it: from a MobileNetV1-like base to PP-LCNet, one idea per step.
import { m } from '../paraglide/messages.js';
import type { Change, Contestant, Lesson, Step } from './lesson.ts';
import { kernels, se } from './patterns.ts';

const NONE = '0000000000000';
const BASE: Change = {
  scale: 0.5,
  activation: 'relu',
  ...se(NONE),
  ...kernels('3333333333333'),
  lastConv: 0,
};
const HSWISH: Change = { scale: 0.5, ...se(NONE), ...kernels('3333333333333'), lastConv: 0 };
const SE: Change = { scale: 0.5, ...kernels('3333333333333'), lastConv: 0 };
const KERNELS: Change = { scale: 0.5, lastConv: 0 };
const WHOLE: Change = { scale: 0.5 };

const STAGES: readonly Contestant[] = [
  { id: 'base', name: m.lesson_build_base, change: BASE },
  { id: 'hswish', name: m.lesson_build_hswish, change: HSWISH },
  { id: 'se', name: m.lesson_build_se, change: SE },
  { id: 'kernels', name: m.lesson_build_kernels, change: KERNELS },
  { id: 'whole', name: m.lesson_build_whole, change: WHOLE },
];

/** The table shows what has been built so far. */
const upTo = (count: number): Step['look'] => ({
  kind: 'race',
  networks: STAGES.slice(0, count),
  columns: ['params', 'macs', 'ms', 'top1'],
});

/** The paper's study of techniques: the whole network, and what is left without one of them. */
const LEFT_OUT: readonly Contestant[] = [
  { id: 'all', name: m.experiments_all, change: WHOLE },
  { id: 'hswish', name: m.experiments_no_hardswish, change: { scale: 0.5, activation: 'relu' } },
  { id: 'se', name: m.experiments_no_se, change: { scale: 0.5, ...se(NONE) } },
  { id: 'kernels', name: m.experiments_no_large_kernel, change: { scale: 0.5, ...kernels('3333333333333') } },
  { id: 'last', name: m.experiments_no_last_conv, change: { scale: 0.5, lastConv: 0 } },
];

export const build: Lesson = {
  id: 'build',
  title: m.lesson_build,
  about: m.lesson_build_about,
  steps: [
    {
      id: 'base',
      title: m.lesson_build_base,
      text: [m.lesson_build_base_1, m.lesson_build_base_2],
      network: BASE,
      look: upTo(1),
      question: {
        kind: 'choice',
        ask: m.lesson_build_base_ask,
        options: [
          { text: m.lesson_build_base_a, right: false, why: m.lesson_build_base_a_why },
          { text: m.lesson_build_base_b, right: true, why: m.lesson_build_base_b_why },
        ],
      },
    },
    {
      id: 'h-swish',
      title: m.lesson_build_hswish,
      text: [m.lesson_build_hswish_1],
      network: HSWISH,
      look: upTo(2),
      question: {
        kind: 'choice',
        ask: m.lesson_build_hswish_ask,
        options: [
          { text: m.lesson_build_hswish_a, right: true, why: m.lesson_build_hswish_a_why },
          { text: m.lesson_build_hswish_b, right: false, why: m.lesson_build_hswish_b_why },
        ],
      },
    },
    {
      id: 'se',
      title: m.lesson_build_se,
      text: [m.lesson_build_se_1],
      network: SE,
      look: upTo(3),
      question: { kind: 'predict', ask: m.lesson_build_se_ask, by: 'params', why: m.lesson_build_se_why },
    },
    {
      id: 'kernels',
      title: m.lesson_build_kernels,
      text: [m.lesson_build_kernels_1],
      network: KERNELS,
      look: upTo(4),
      question: {
        kind: 'predict',
        ask: m.lesson_build_kernels_ask,
        by: 'macs',
        why: m.lesson_build_kernels_why,
      },
    },
    {
      id: 'whole',
      title: m.lesson_build_whole,
      text: [m.lesson_build_whole_1, m.lesson_build_whole_2],
      network: WHOLE,
      look: upTo(5),
      question: { kind: 'predict', ask: m.lesson_build_whole_ask, by: 'ms', why: m.lesson_build_whole_why },
    },
    {
      id: 'left-out',
      title: m.lesson_build_without,
      text: [m.lesson_build_without_1, m.lesson_build_without_2],
      network: WHOLE,
      look: { kind: 'race', networks: LEFT_OUT, columns: ['xeon6148', 'imagenet', 'ms', 'top1'] },
      question: {
        kind: 'predict',
        ask: m.lesson_build_without_ask,
        by: 'top1',
        why: m.lesson_build_without_why,
      },
    },
  ],
};
