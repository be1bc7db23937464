// What stands over the columns of a race's table: the quantity, and below it where its numbers come from.
import type { RaceColumn } from '$lib/lessons/lesson.ts';
import { m } from '$lib/paraglide/messages.js';

export interface Heading {
  readonly title: () => string;
  readonly note?: () => string;
}

export const HEADINGS: { readonly [C in Exclude<RaceColumn, 'ms'>]: Heading } = {
  params: { title: m.race_params },
  macs: { title: () => 'MACs' },
  top1: { title: () => 'Fashion-MNIST', note: m.race_top1_here },
  imagenet: { title: () => 'ImageNet', note: m.race_top1_published },
  xeon6148: { title: () => 'Xeon 6148', note: m.race_ms_published },
  sd855t1: { title: () => 'Snapdragon 855', note: m.race_ms_published },
  sd855t2: { title: () => 'Snapdragon 855, ×2', note: m.race_ms_published },
  sd855t4: { title: () => 'Snapdragon 855, ×4', note: m.race_ms_published },
};
