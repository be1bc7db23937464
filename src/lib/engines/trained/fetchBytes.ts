// A file from the network, with progress; stopped by a signal, or where it is larger than any that is meant.
import { MAX_WEIGHT_BYTES } from '../../core/interchange/limits.ts';

interface Request {
  readonly url: string;
  readonly init?: RequestInit;
  /** Bytes so far, and of the whole where the server says it. */
  readonly onBytes: (bytes: number, total: number | undefined) => void;
}

/** Rejects with what the browser says, which is little where another site refuses; with `HTTP 404` and the like otherwise. */
export async function fetchBytes({ url, init, onBytes }: Request): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url, init);
  if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`);
  const announced = Number(response.headers.get('content-length') ?? NaN);
  // what is sent compressed is longer than announced
  const isWhole = response.headers.get('content-encoding') === null && announced > 0;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for (const reader = response.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    bytes += value.length;
    if (bytes > MAX_WEIGHT_BYTES) throw new Error(`more than ${MAX_WEIGHT_BYTES} bytes`);
    onBytes(bytes, isWhole && bytes <= announced ? announced : undefined);
  }
  if (isWhole && bytes < announced) throw new Error(`cut short: ${bytes} of ${announced} bytes`);
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
