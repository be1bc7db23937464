// Recipes: how those who trained a network prepare pictures for it.

export interface Recipe {
  /** What the network's first channel is. */
  readonly channelOrder: 'RGB' | 'BGR';
  /** Of values divided by 255, in the network's order of channels. */
  readonly mean: readonly [number, number, number];
  readonly deviation: readonly [number, number, number];
  readonly interpolation: 'bilinear' | 'bicubic';
  /** Whether shrinking averages over all pixels, as Pillow does and OpenCV does not. */
  readonly antialias: boolean;
  /** Side of the input over the short side that the picture is resized to; the centre is cut out. */
  readonly cropFraction: number;
}

const IMAGENET = { mean: [0.485, 0.456, 0.406], deviation: [0.229, 0.224, 0.225] } as const;

/** PaddleClas, ppcls/configs/ImageNet/PPLCNet: short side 256 with OpenCV's bilinear interpolation, the middle 224 of it. */
export const PADDLE_RECIPE: Recipe = {
  ...IMAGENET,
  channelOrder: 'RGB',
  interpolation: 'bilinear',
  antialias: false,
  cropFraction: 224 / 256,
};

/** The settings that timm has for lcnet_050, lcnet_075 and lcnet_100 (its `pretrained_cfg`), with Pillow. */
export const TIMM_RECIPE: Recipe = {
  ...IMAGENET,
  channelOrder: 'RGB',
  interpolation: 'bicubic',
  antialias: true,
  cropFraction: 0.875,
};

/** PPLCNetImageProcessor of transformers: channels turned round after normalising, so that blue has the first mean. */
export const TRANSFORMERS_RECIPE: Recipe = {
  ...IMAGENET,
  channelOrder: 'BGR',
  interpolation: 'bilinear',
  antialias: true,
  cropFraction: 224 / 256,
};
