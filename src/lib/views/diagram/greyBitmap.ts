// Grey pixels as the address of an image: a BMP of 8 bits, written by hand so that no canvas has to be made and read back.

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

/** Shade n is blue n, green n, red n, and a byte that means nothing. */
const PALETTE = Uint8Array.from({ length: 4 * SHADES }, (_, i) => (i % 4 === 3 ? 0 : Math.floor(i / 4)));

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
  bytes.set(PALETTE, FILE_HEADER + INFO_HEADER);
  for (let y = 0; y < height; y++) bytes.set(pixels.subarray(y * width, (y + 1) * width), START + y * stride);
  return bytes;
}

export const greyBitmap = (grey: Grey): string =>
  `data:image/bmp;base64,${btoa(Reflect.apply(String.fromCharCode, undefined, bmp(grey)) as string)}`;
