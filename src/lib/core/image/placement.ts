// Placement: which part of a picture the network gets to see, and at what size the picture is resized before.
import type { Pair } from '../config/netConfig.ts';

/** The official recipe resizes to 256 before it crops 224. */
const MARGIN = 256 / 224;

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
  /** What the short side becomes (for a square input: 256/224 of its side). */
  readonly shortSide: number;
}

/**
 * Resizes so that the picture covers the input with a margin of 256/224, keeping its proportions, and cuts out the centre.
 * For a square input this is PaddleClas' ResizeImage(resize_short) and CropImage, roundings included.
 * @param margin how much larger than the input the picture becomes before it is cut
 */
export function placement(
  { width, height }: Size,
  [inputHeight, inputWidth]: Pair,
  margin: number = MARGIN,
): Placement {
  const scale = Math.max(Math.round(inputHeight * margin) / height, Math.round(inputWidth * margin) / width);
  const resized = { width: Math.round(width * scale), height: Math.round(height * scale) };
  const window = {
    left: Math.floor((resized.width - inputWidth) / 2),
    top: Math.floor((resized.height - inputHeight) / 2),
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
