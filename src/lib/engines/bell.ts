// The bell: how many messages the page has sent, in memory shared with its worker, which so learns of one in the midst of its work.
export type Bell = Int32Array<SharedArrayBuffer>;

/** Undefined where pages get no shared memory: there the worker looks for messages now and then. */
export const newBell = (): Bell | undefined =>
  globalThis.crossOriginIsolated
    ? new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
    : undefined;

/** In the page, with every message. */
export const ring = (bell: Bell | undefined): void => {
  if (bell) Atomics.add(bell, 0, 1);
};

let mine: Bell | undefined;
let heard = 0;

/** In the worker, before any message that rings. */
export function listenTo(bell: Bell | undefined): void {
  mine = bell;
  heard = 0;
}

/** In the worker, with every message. */
export function hear(): void {
  heard++;
}

/** Whether a message has been sent that has not come yet. */
export const isRinging = (): boolean => mine !== undefined && Atomics.load(mine, 0) > heard;
