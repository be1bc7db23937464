// Grey pixels as the address of an image: a BMP of 8 bits, written by hand because a canvas takes a hundred times as long.

interface Grey {
  readonly width: number;
  readonly height: number;
  /** Row by row, from the top; 0 is black. */
  readonly pixels: Uint8Array;
}

const FILE_HEADER = 14;
const INFO_HEADER = 40;
const SHADES = 256;
const START = FILE_HEADER + INFO_HEADER + 4 * SHADES;

/** Rows take up a multiple of four bytes. */
const padded = (width: number): number => 4 * Math.ceil(width / 4);

/** Windows BMP with BITMAPINFOHEADER: a palette of greys, rows from the top (a negative height says so). */
function bmp({ width, height, pixels }: Grey): Uint8Array {
  const stride = padded(width);
  const bytes = new Uint8Array(START + stride * height);
  const view = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]); // 'BM'
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, START, true);
  view.setUint32(FILE_HEADER, INFO_HEADER, true);
  view.setInt32(18, width, true);
  view.setInt32(22, -height, true);
  view.setUint16(26, 1, true); // planes
  view.setUint16(28, 8, true); // bits per pixel
  view.setUint32(46, SHADES, true);
  for (let shade = 0; shade < SHADES; shade++)
    view.setUint32(FILE_HEADER + INFO_HEADER + 4 * shade, shade * 0x010101, true);
  for (let y = 0; y < height; y++) bytes.set(pixels.subarray(y * width, (y + 1) * width), START + y * stride);
  return bytes;
}

export const greyBitmap = (grey: Grey): string =>
  `data:image/bmp;base64,${btoa(String.fromCharCode(...bmp(grey)))}`;
