// Records: the instructions of a program as the kernels read them (src/kernels). Order and meaning of the fields are those of the classes there.

const SPACE = ['sourcePixel', 'sourceRow', 'sourceImage', 'target', 'targetPixel', 'targetRow', 'targetImage'] as const; // prettier-ignore
const EXTENT = ['images', 'height', 'width', 'channels'] as const;
const WINDOW = ['kernelHeight', 'kernelWidth', 'strideY', 'strideX'] as const;

/** In the order of their opcodes. */
const FIELDS = {
  product: [
    'source',
    'sourceOffsets',
    'target',
    'targetOffsets',
    'positions',
    'runs',
    'runCount',
    'depth',
    'weights',
    'outputs',
    'channelStep',
    'residual',
    'residualOffsets',
  ],
  depthwise: ['source', ...SPACE, ...EXTENT, ...WINDOW, 'weights', 'channelStep'],
  mean: [
    'source',
    'sourcePixel',
    'sourceRow',
    'sourceImage',
    'target',
    'targetImage',
    ...EXTENT,
    'channelStep',
    'squares',
  ],
  largest: ['source', ...SPACE, ...EXTENT, ...WINDOW, 'channelStep', 'sourceHeight', 'sourceWidth', 'top', 'left'], // prettier-ignore
  elementwise: [
    'source',
    ...SPACE,
    ...EXTENT,
    'channelStep',
    'gain',
    'offset',
    'other',
    'otherPixel',
    'otherRow',
    'otherImage',
    'multiplies',
  ],
  reorder: ['source', ...SPACE, ...EXTENT, 'channelStep', 'order'],
  margin: [
    'target',
    'targetRow',
    'targetImage',
    'images',
    'left',
    'inner',
    'right',
    'top',
    'height',
    'bottom',
  ],
} as const;

export type RecordKind = keyof typeof FIELDS;
type Fields<K extends RecordKind> = Readonly<Record<(typeof FIELDS)[K][number], number>>;

/** Numbered as in src/kernels/activations.ts. */
export const KERNEL_ACTIVATIONS = ['none', 'clamp', 'hardSwish', 'hardSigmoid', 'prelu', 'elu', 'swish'] as const; // prettier-ignore

export interface KernelActivation {
  readonly kind: (typeof KERNEL_ACTIVATIONS)[number];
  /** Bounds of a clamp, or the slope of hard-sigmoid as `low`. */
  readonly low?: number;
  readonly high?: number;
  /** Address of PReLU's slopes. */
  readonly slopes?: number;
}

export interface Instruction<K extends RecordKind = RecordKind> {
  readonly kind: K;
  /** Multiplications: says among how many threads it is worth dividing. */
  readonly work: number;
  readonly activation: KernelActivation;
  readonly fields: Fields<K>;
}

export const instruction = <K extends RecordKind>(
  kind: K,
  work: number,
  fields: Fields<K>,
  activation: KernelActivation = { kind: 'none' },
): Instruction => ({ kind, work, fields, activation });

export const RECORD_BYTES = 128;
const HEAD_WORDS = 6;
/** What it takes to read, change and write one value, in multiplications. */
export const VALUE_WORK = 6;
/** Work that is worth being one part: some microseconds. */
const WORK_PER_PART = 60_000;

/** Into how many parts the work of a record may be cut. */
export const partsOf = (buffer: ArrayBufferLike, record: number): number =>
  new Int32Array(buffer, record, HEAD_WORDS)[1] as number;

export function writeRecord(
  buffer: ArrayBufferLike,
  at: number,
  { kind, work, fields, activation }: Instruction,
): void {
  const words = new Int32Array(buffer, at, RECORD_BYTES / 4);
  const floats = new Float32Array(buffer, at, RECORD_BYTES / 4);
  words.fill(0);
  words[0] = Object.keys(FIELDS).indexOf(kind);
  words[1] = Math.max(1, Math.ceil(work / WORK_PER_PART));
  words[2] = KERNEL_ACTIVATIONS.indexOf(activation.kind);
  words[3] = activation.slopes ?? 0;
  floats[4] = activation.low ?? 0;
  floats[5] = activation.high ?? 0;
  for (const [i, field] of FIELDS[kind].entries())
    words[HEAD_WORDS + i] = (fields as Readonly<Record<string, number>>)[field] as number;
}
