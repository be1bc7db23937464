// Placement: which part of a picture the network gets to see, and at what size the picture is resized before.
import type { Pair } from '../config/netConfig.ts';
import type { Recipe, Resize } from './recipe.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Rectangle extends Size {
  readonly left: number;
  readonly top: number;
}

export interface Placement {
  /** Size of the whole picture after resizing. */
  readonly resized: Size;
  /** What is cut out of the resized picture, in its pixels. */
  readonly window: Rectangle;
  /** The same part in pixels of the picture as it came. */
  readonly crop: Rectangle;
  /** What the short side becomes (by ImageNet's recipes 256 for an input of 224). */
  readonly shortSide: number;
}

interface Rounding {
  /** Of the short side, when the input's side is divided by the recipe's share. */
  readonly short: (length: number) => number;
  readonly long: (length: number) => number;
  /** Of the margin before the window. */
  readonly margin: (length: number) => number;
}

/** Half to even, as Python's round(). */
const halfToEven = (value: number): number =>
  value % 1 === 0.5 ? 2 * Math.round(value / 2) : Math.round(value);

/** PaddleClas' ResizeImage and CropImage; Resize and CenterCrop of torchvision, which timm uses. */
const PADDLE: Rounding = { short: Math.round, long: Math.round, margin: Math.floor };
const TORCHVISION: Rounding = { short: Math.floor, long: Math.floor, margin: halfToEven };

const ROUNDINGS: { readonly [K in Resize]: Rounding } = {
  'opencv-linear': PADDLE,
  'pillow-bilinear': TORCHVISION,
  'pillow-bicubic': TORCHVISION,
};

/** Resizes so that the picture covers the input and the recipe's margin, keeping its proportions, and cuts out the centre. */
export function placement(
  { width, height }: Size,
  [inputHeight, inputWidth]: Pair,
  { resize, cropShare }: Pick<Recipe, 'resize' | 'cropShare'>,
): Placement {
  const { short, long, margin } = ROUNDINGS[resize];
  const [tall, wide] = [short(inputHeight / cropShare), short(inputWidth / cropShare)];
  // the side that decides is exact, whatever floating point makes of it
  const resized =
    tall / height >= wide / width
      ? { width: Math.max(wide, long((tall * width) / height)), height: tall }
      : { width: wide, height: Math.max(tall, long((wide * height) / width)) };
  const window = {
    left: margin((resized.width - inputWidth) / 2),
    top: margin((resized.height - inputHeight) / 2),
    width: inputWidth,
    height: inputHeight,
  };
  const [across, down] = [width / resized.width, height / resized.height];
  const crop = {
    left: window.left * across,
    top: window.top * down,
    width: window.width * across,
    height: window.height * down,
  };
  return { resized, window, crop, shortSide: Math.min(resized.width, resized.height) };
}
