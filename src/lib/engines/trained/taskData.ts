// What is needed to try trained networks: the shared weights, the test images with their classes, and images for batch norm.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { readIdx } from '../../core/image/idx.ts';
import { CALIBRATION, IMAGES, LABELS, WEIGHTS, type DataFile } from '../../core/trained/files.ts';
import { readSafetensors } from '../../core/weights/safetensors.ts';
import type { NamedTensors } from '../../core/weights/tensors.ts';
import { EngineError } from '../errors.ts';
import { unpacked } from './unpacked.ts';

export interface TaskData {
  readonly supernet: NamedTensors;
  /** 28 × 28 bytes for each image. */
  readonly images: Uint8Array<ArrayBuffer>;
  /** One class for each image. */
  readonly labels: Uint8Array<ArrayBuffer>;
  /** Training images from which batch norm takes its statistics. */
  readonly calibration: Uint8Array<ArrayBuffer>;
}

export interface DataProgress {
  readonly bytes: number;
  readonly total: number;
}

/** The content of a file of the site, unpacked and checked. @param onBytes told how many bytes have come */
export type ReadFile = (file: DataFile, onBytes: (bytes: number) => void) => Promise<Uint8Array<ArrayBuffer>>;

/** All of them, in the order in which they matter. */
export const FILES = [WEIGHTS, IMAGES, LABELS, CALIBRATION] as const;

const damaged = ({ path }: DataFile, detail: string): EngineError =>
  new EngineError('data', `${path} is damaged: ${detail}`, { file: path, problem: 'damaged', detail });

/** The content of a file, unpacked, after its hash has been compared with the one written down when it was made. */
export async function checkedContent(
  file: DataFile,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  let content: Uint8Array<ArrayBuffer>;
  try {
    content = await unpacked(bytes);
  } catch (error) {
    throw damaged(file, error instanceof Error ? error.message : String(error));
  }
  const found = bytesToHex(sha256(content));
  if (found !== file.sha256)
    throw damaged(file, `SHA-256 ${file.sha256.slice(0, 12)}… expected, got ${found.slice(0, 12)}…`);
  return content;
}

/** Rejects with EngineError `data` where a file cannot be had or is not what it should be. */
export async function readTaskData(
  read: ReadFile,
  report: (progress: DataProgress) => void,
): Promise<TaskData> {
  const total = FILES.reduce((sum, { bytes }) => sum + bytes, 0);
  const come = new Map<DataFile, number>();
  const content = (file: DataFile) =>
    read(file, (some) => {
      come.set(file, Math.min(some, file.bytes));
      report({ bytes: [...come.values()].reduce((sum, each) => sum + each, 0), total });
    });
  const [weights, images, labels, calibration] = await Promise.all([
    content(WEIGHTS),
    content(IMAGES),
    content(LABELS),
    content(CALIBRATION),
  ]);
  return {
    supernet: readSafetensors(weights).tensors,
    images: readIdx(images).data,
    labels: readIdx(labels).data,
    calibration: readIdx(calibration).data,
  };
}
