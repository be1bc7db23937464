// Fast on what? MACs against latency: networks of equal MACs and unequal time.
import { m } from '../paraglide/messages.js';
import type { Contestant, Lesson } from './lesson.ts';
import { se } from './patterns.ts';

/** All within 1 % of 44.7 million MACs. */
const EQUAL: readonly Contestant[] = [
  { id: 'plain', name: m.lesson_fast_plain, change: { scale: 0.5 } },
  { id: 'wide', name: m.lesson_fast_wide, change: { scale: 1.5, resolution: [72, 72] } },
  { id: 'narrow', name: m.lesson_fast_narrow, change: { scale: 0.25, resolution: [372, 372] } },
  { id: 'se', name: m.lesson_fast_se, change: { scale: 0.5, ...se('1111111111111') } },
];

/** Their published order on a server is not that on a phone. */
const REVERSED: readonly Contestant[] = [
  { id: 'v3', name: () => 'MobileNetV3-small ×0.35', change: { family: 'mobilenetv3-small', scale: 0.35 } },
  { id: 'shuffle', name: () => 'ShuffleNetV2 ×0.5', change: { family: 'shufflenetv2', scale: 0.5 } },
  { id: 'lcnet', name: () => 'PP-LCNet ×1', change: {} },
];

export const fast: Lesson = {
  id: 'fast',
  title: m.lesson_fast,
  about: m.lesson_fast_about,
  steps: [
    {
      id: 'macs',
      title: m.lesson_fast_macs,
      text: [m.lesson_fast_macs_1, m.lesson_fast_macs_2],
      network: {},
      look: { kind: 'figure' },
      tryThis: m.lesson_fast_macs_try,
      question: {
        kind: 'goal',
        ask: m.lesson_fast_macs_ask,
        goal: { atMost: { macs: 50e6 } },
        example: { scale: 0.5 },
        why: m.lesson_fast_macs_why,
      },
    },
    {
      id: 'equal',
      title: m.lesson_fast_equal,
      text: [m.lesson_fast_equal_1, m.lesson_fast_equal_2],
      network: { scale: 0.5 },
      look: { kind: 'race', networks: EQUAL, columns: ['params', 'macs', 'ms'] },
      question: { kind: 'predict', ask: m.lesson_fast_equal_ask, by: 'ms', why: m.lesson_fast_equal_why },
    },
    {
      id: 'time',
      title: m.lesson_fast_time,
      text: [m.lesson_fast_time_1, m.lesson_fast_time_2],
      network: { scale: 0.5, ...se('1111111111111') },
      look: { kind: 'times' },
      tryThis: m.lesson_fast_time_try,
      question: {
        kind: 'choice',
        ask: m.lesson_fast_time_ask,
        options: [
          { text: m.lesson_fast_time_a, right: false, why: m.lesson_fast_time_a_why },
          { text: m.lesson_fast_time_b, right: true, why: m.lesson_fast_time_b_why },
          { text: m.lesson_fast_time_c, right: false, why: m.lesson_fast_time_c_why },
        ],
      },
    },
    {
      id: 'device',
      title: m.lesson_fast_device,
      text: [m.lesson_fast_device_1, m.lesson_fast_device_2],
      network: {},
      look: {
        kind: 'race',
        networks: REVERSED,
        columns: ['macs', 'sd855t1', 'xeon6148', 'ms'],
        devices: 'several',
      },
      tryThis: m.lesson_fast_device_try,
      question: { kind: 'predict', ask: m.lesson_fast_device_ask, by: 'ms', why: m.lesson_fast_device_why },
    },
  ],
};
