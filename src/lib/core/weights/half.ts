// Half-precision numbers (IEEE 754 binary16) as they stand in weight files.

/** 2^exponent for each of the 32 stored exponents; subnormal numbers have that of the first normal ones. */
const POWERS = Float64Array.from({ length: 32 }, (_, stored) => 2 ** (Math.max(stored, 1) - 15));

/** Exact: every half-precision number is a single-precision one, too. */
export function fromHalf(halves: Uint16Array): Float32Array<ArrayBuffer> {
  const values = new Float32Array(halves.length);
  for (let i = 0; i < values.length; i++) {
    const half = halves[i] as number;
    const [stored, fraction] = [(half >> 10) & 0x1f, half & 0x3ff];
    const significand = (stored === 0 ? 0 : 1) + fraction / 1024;
    const size = stored === 31 ? (fraction === 0 ? Infinity : NaN) : significand * (POWERS[stored] as number);
    values[i] = half & 0x8000 ? -size : size;
  }
  return values;
}
