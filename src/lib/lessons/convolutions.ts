// One convolution becomes two: standard against depthwise + pointwise.
import { m } from '../paraglide/messages.js';
import type { Lesson } from './lesson.ts';

export const convolutions: Lesson = {
  id: 'convolutions',
  title: m.lesson_conv,
  about: m.lesson_conv_about,
  steps: [
    {
      id: 'standard',
      title: m.lesson_conv_standard,
      text: [m.lesson_conv_standard_1, m.lesson_conv_standard_2],
      network: { scale: 0.5 },
      look: { kind: 'convolution', first: 'window' },
      tryThis: m.lesson_conv_standard_try,
      question: {
        kind: 'choice',
        ask: m.lesson_conv_standard_ask,
        options: [
          { text: () => '73,728', right: false, why: m.lesson_conv_standard_a },
          { text: () => '903,168', right: false, why: m.lesson_conv_standard_b },
          { text: () => '57,802,752', right: true, why: m.lesson_conv_standard_c },
        ],
      },
    },
    {
      id: 'split',
      title: m.lesson_conv_split,
      text: [m.lesson_conv_split_1, m.lesson_conv_split_2],
      network: { scale: 0.5 },
      look: { kind: 'convolution', first: 'cost' },
      tryThis: m.lesson_conv_split_try,
      question: {
        kind: 'choice',
        ask: m.lesson_conv_split_ask,
        options: [
          { text: m.lesson_conv_split_a, right: false, why: m.lesson_conv_split_a_why },
          { text: m.lesson_conv_split_b, right: true, why: m.lesson_conv_split_b_why },
          { text: m.lesson_conv_split_c, right: false, why: m.lesson_conv_split_c_why },
        ],
      },
    },
    {
      id: 'kernel',
      title: m.lesson_conv_kernel,
      text: [m.lesson_conv_kernel_1],
      network: { scale: 0.5 },
      look: { kind: 'convolution', first: 'cost' },
      tryThis: m.lesson_conv_kernel_try,
      question: {
        kind: 'choice',
        ask: m.lesson_conv_kernel_ask,
        options: [
          { text: () => '6 %', right: true, why: m.lesson_conv_kernel_a },
          { text: () => '67 %', right: false, why: m.lesson_conv_kernel_b },
          { text: () => '178 %', right: false, why: m.lesson_conv_kernel_c },
        ],
      },
    },
    {
      id: 'network',
      title: m.lesson_conv_network,
      text: [m.lesson_conv_network_1, m.lesson_conv_network_2],
      network: {},
      look: { kind: 'block' },
      select: 'blocks5.1.dw_conv.conv',
      tryThis: m.lesson_conv_network_try,
      question: {
        kind: 'choice',
        ask: m.lesson_conv_network_ask,
        options: [
          { text: m.lesson_conv_network_a, right: false, why: m.lesson_conv_network_a_why },
          { text: m.lesson_conv_network_b, right: true, why: m.lesson_conv_network_b_why },
          { text: m.lesson_conv_network_c, right: false, why: m.lesson_conv_network_c_why },
        ],
      },
    },
  ],
};
