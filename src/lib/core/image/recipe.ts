// Recipes: how the pictures were prepared that a network was trained with. A network sees rightly only what is prepared alike.
import type { TaskId } from '../config/netConfig.ts';

export const RESIZES = ['opencv-linear', 'pillow-bilinear', 'pillow-bicubic'] as const;
/**
 * Whose resizing. OpenCV's INTER_LINEAR (PaddleClas) looks at four pixels, however much the picture shrinks; Pillow's filters
 * (torchvision, timm, transformers) widen with it.
 */
export type Resize = (typeof RESIZES)[number];

export const CHANNEL_ORDERS = ['rgb', 'bgr'] as const;
export type ChannelOrder = (typeof CHANNEL_ORDERS)[number];

export type Triple = readonly [red: number, green: number, blue: number];

export interface Recipe {
  readonly resize: Resize;
  /** Side of the input as a share of the resized picture's short side: 224 / 256. The centre is cut out. */
  readonly cropShare: number;
  /** In which order the network's input has the colours. */
  readonly order: ChannelOrder;
  /** Of values divided by 255: subtracted, then divided by `deviation`. */
  readonly mean: Triple;
  readonly deviation: Triple;
}

const IMAGENET = { mean: [0.485, 0.456, 0.406], deviation: [0.229, 0.224, 0.225] } as const;

export const RECIPES = {
  /** PaddleClas, ppcls/configs/ImageNet/PPLCNet: ResizeImage(resize_short 256), CropImage(224), NormalizeImage. */
  paddleclas: { resize: 'opencv-linear', cropShare: 224 / 256, order: 'rgb', ...IMAGENET },
  /** timm, models/mobilenetv3.py, default_cfgs of lcnet: bicubic, crop_pct 0.875. */
  timm: { resize: 'pillow-bicubic', cropShare: 0.875, order: 'rgb', ...IMAGENET },
  /** PPLCNetImageProcessor of transformers: channels turned round after normalising, so that blue has red's mean. */
  transformers: {
    resize: 'pillow-bilinear',
    cropShare: 224 / 256,
    order: 'bgr',
    mean: [0.406, 0.456, 0.485],
    deviation: [0.225, 0.224, 0.229],
  },
} as const satisfies Record<string, Recipe>;

export type RecipeSource = keyof typeof RECIPES;
export const RECIPE_SOURCES = Object.keys(RECIPES) as readonly RecipeSource[];

const inWords = ({ resize, cropShare, order, mean, deviation }: Recipe): string =>
  JSON.stringify([resize, cropShare, order, mean, deviation]);

/** Whose recipe it is; undefined where it is nobody's. */
export const sourceOf = (recipe: Recipe): RecipeSource | undefined =>
  RECIPE_SOURCES.find((source) => inWords(RECIPES[source]) === inWords(recipe));

/** All pixels of Fashion-MNIST's training images, as numbers from 0 to 1 (training/data.py). */
export const FASHION_GREY = { mean: 0.286, deviation: 0.353 } as const;

const alike = (value: number): Triple => [value, value, value];

/** How pictures are prepared for networks of a task, unless their weights' source did it otherwise. */
export const TASK_RECIPES: { readonly [K in TaskId]: Recipe } = {
  imagenet: RECIPES.paddleclas,
  'fashion-mnist': {
    resize: 'opencv-linear',
    cropShare: 1,
    order: 'rgb',
    mean: alike(FASHION_GREY.mean),
    deviation: alike(FASHION_GREY.deviation),
  },
};
