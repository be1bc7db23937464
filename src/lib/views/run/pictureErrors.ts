// Why a picture could not be taken, in words.
import { m } from '$lib/paraglide/messages.js';
import type { PictureError } from '$lib/state/picture.svelte.ts';

const TEXT = {
  notPicture: m.picture_error_not_picture,
  tooLarge: m.picture_error_too_large,
  sampleMissing: m.picture_error_sample,
  cameraMissing: m.picture_error_camera_missing,
  cameraRefused: m.picture_error_camera_refused,
  cameraFailed: m.picture_error_camera_failed,
} as const satisfies Record<PictureError['code'], (data: { name: string; limit: number }) => string>;

export const pictureErrorText = ({ code, name, limit }: PictureError): string => TEXT[code]({ name, limit });
