// From the official weight layouts to those of tfjs.

interface Filter {
  readonly shape: readonly number[];
  readonly data: Float32Array<ArrayBuffer>;
}

/** [out, in, height, width] → [height, width, in, out]. Depthwise: [channels · m, 1, h, w] → [h, w, channels, m]. */
export function filterLayout({ shape, data }: Filter, groups: number): Filter {
  const [out = 0, perGroup = 0, height = 0, width = 0] = shape;
  const depthwise = groups > 1;
  const area = height * width;
  const moved = new Float32Array(data.length);
  for (let o = 0; o < out; o++)
    for (let i = 0; i < perGroup; i++)
      for (let k = 0; k < area; k++) {
        const target = depthwise ? k * out + o : (k * perGroup + i) * out + o;
        moved[target] = data[(o * perGroup + i) * area + k] as number;
      }
  return {
    shape: depthwise ? [height, width, groups, out / groups] : [height, width, perGroup, out],
    data: moved,
  };
}

/** [in, out] → a 1 × 1 convolution's [1, 1, in, out]: the same order. */
export const linearLayout = ({ shape, data }: Filter): Filter => ({ shape: [1, 1, ...shape], data });
