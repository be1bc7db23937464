// Finds the buffers in an answer, so that they are handed over instead of copied.

export function buffersIn(value: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  } else if (typeof value === 'object' && value !== null) {
    const inside = value instanceof Map ? value.values() : Object.values(value);
    for (const inner of inside) buffersIn(inner, found);
  }
  return found;
}
