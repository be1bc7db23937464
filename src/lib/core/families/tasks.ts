// The tasks: what a network is to tell apart. Each decides input, classes and strides; everything else is the family's.
import type { NetConfig, Pair, TaskId } from '../config/netConfig.ts';
import type { Family } from './family.ts';

type TaskSettings = Pick<NetConfig, 'resolution' | 'inputChannels' | 'classes' | 'strides'>;

export interface Task {
  readonly id: TaskId;
  readonly label: string;
  /** Names of the classes, in their order; empty where the networks here are not trained for them. */
  readonly classNames: readonly string[];
  readonly settings: (family: NetConfig) => TaskSettings;
}

const shrinks = ([height, width]: Pair): boolean => height > 1 || width > 1;

/** Small images: the first and the last layer that shrinks keeps its size, so that 28 pixels end as 4 and not as 1. */
function smallStrides(strides: readonly Pair[]): readonly Pair[] {
  const ends = [strides.findIndex(shrinks), strides.findLastIndex(shrinks)];
  return strides.map((stride, i) => (ends.includes(i) ? [1, 1] : stride));
}

export const TASKS: { readonly [K in TaskId]: Task } = {
  imagenet: {
    id: 'imagenet',
    label: 'ImageNet-1k',
    classNames: [],
    settings: ({ resolution, inputChannels, classes, strides }) => ({
      resolution,
      inputChannels,
      classes,
      strides,
    }),
  },
  // Xiao, Rasul and Vollgraf 2017 (arXiv 1708.07747): 28 × 28 grey pixels, ten kinds of clothing.
  'fashion-mnist': {
    id: 'fashion-mnist',
    label: 'Fashion-MNIST',
    classNames: [
      'T-shirt/top',
      'Trouser',
      'Pullover',
      'Dress',
      'Coat',
      'Sandal',
      'Shirt',
      'Sneaker',
      'Bag',
      'Ankle boot',
    ],
    settings: ({ strides }) => ({
      resolution: [28, 28],
      inputChannels: 1,
      classes: 10,
      strides: smallStrides(strides),
    }),
  },
};

/** A family's default network for a task. */
export const defaultsFor = ({ defaults }: Family, task: TaskId): NetConfig => ({
  ...defaults,
  task,
  ...TASKS[task].settings(defaults),
});
