// The visitor's picture: of several that are opened at once the last one wins, and what fails is said, never thrown.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PictureState } from '../../src/lib/state/picture.svelte.ts';

/** Bitmaps that are decoded when the test says so. */
const decoding = new Map<unknown, { resolve: (bitmap: unknown) => void; reject: () => void }>();
const revoked: string[] = [];

class Canvas {
  readonly width: number;
  readonly height: number;
  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
  }
  getContext() {
    const data = new Uint8ClampedArray(4 * this.width * this.height);
    return { drawImage: () => undefined, getImageData: () => ({ data }) };
  }
  convertToBlob() {
    return Promise.resolve(new Blob());
  }
}

const bitmap = (side: number) => ({ width: side, height: side, close: () => undefined });
const file = (name: string) => new File(['x'], name);
const open = (state: PictureState, picture: File) => {
  const done = state.open(picture);
  return { done, ...(decoding.get(picture) ?? expect.fail('not decoded')) };
};

beforeEach(() => {
  decoding.clear();
  revoked.length = 0;
  let urls = 0;
  vi.stubGlobal('OffscreenCanvas', Canvas);
  vi.stubGlobal(
    'createImageBitmap',
    (source: unknown) => new Promise((resolve, reject) => decoding.set(source, { resolve, reject })),
  );
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => `blob:${(urls += 1)}`);
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => revoked.push(url));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('the picture that was opened last is shown, whichever is decoded first', async () => {
  const state = new PictureState(() => undefined);
  const [slow, fast] = [open(state, file('slow.png')), open(state, file('fast.png'))];
  fast.resolve(bitmap(2));
  await fast.done;
  slow.resolve(bitmap(3));
  await slow.done;
  expect(state.name).toBe('fast.png');
  expect(state.source?.width).toBe(2);
  expect(revoked).toHaveLength(1);
  expect(revoked).not.toContain(state.source?.url);
});

test('the failure of a picture that nobody waits for any more is not told', async () => {
  const state = new PictureState(() => undefined);
  const [first, second] = [open(state, file('a.txt')), open(state, file('b.png'))];
  second.resolve(bitmap(2));
  await second.done;
  first.reject();
  await first.done;
  expect(state.error).toBeUndefined();
  const third = open(state, file('c.txt'));
  third.reject();
  await third.done;
  expect(state.error).toMatchObject({ code: 'notPicture', name: 'c.txt' });
  expect(state.name).toBe('b.png');
});

test('a camera that gives no picture is an error like any other', async () => {
  const state = new PictureState(() => undefined);
  const video = {} as HTMLVideoElement;
  const done = state.take(video);
  decoding.get(video)?.reject();
  await expect(done).resolves.toBeUndefined();
  expect(state.error?.code).toBe('cameraFailed');
});

test('of a test image its number is known with its pixels, not later', async () => {
  vi.stubGlobal('ImageData', Object);
  const state = new PictureState(() => undefined);
  const done = state.showGrey(new Uint8Array(4), 'Fashion-MNIST 7', 7);
  [...decoding.values()].at(-1)?.resolve(bitmap(2));
  await done;
  expect([state.name, state.testImage, state.inverted]).toEqual(['Fashion-MNIST 7', 7, false]);
});
