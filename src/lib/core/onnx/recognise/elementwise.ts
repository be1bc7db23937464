// ONNX operators of one number at a time, as ONNX defines them. Activations are recognised by what these compute.

type Attribute = (name: string, fallback: number) => number;
type Elementwise = (inputs: readonly number[], attribute: Attribute) => number;

const clip = (x: number, low: number, high: number): number => Math.min(Math.max(x, low), high);
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

const one =
  (compute: (x: number, attribute: Attribute) => number): Elementwise =>
  ([x = NaN], attribute) =>
    compute(x, attribute);

const two =
  (compute: (a: number, b: number) => number): Elementwise =>
  ([a = NaN, b = NaN]) =>
    compute(a, b);

/** Inputs left out are NaN. */
export const ELEMENTWISE: ReadonlyMap<string, Elementwise> = new Map<string, Elementwise>([
  ['Add', two((a, b) => a + b)],
  ['Sub', two((a, b) => a - b)],
  ['Mul', two((a, b) => a * b)],
  ['Div', two((a, b) => a / b)],
  ['Min', two(Math.min)],
  ['Max', two(Math.max)],
  ['Neg', one((x) => -x)],
  ['Exp', one(Math.exp)],
  ['Tanh', one(Math.tanh)],
  ['Relu', one((x) => Math.max(x, 0))],
  ['Sigmoid', one(sigmoid)],
  ['Swish', one((x, attribute) => x * sigmoid(attribute('alpha', 1) * x))],
  ['HardSwish', one((x) => (x * clip(x + 3, 0, 6)) / 6)],
  ['HardSigmoid', one((x, attribute) => clip(attribute('alpha', 0.2) * x + attribute('beta', 0.5), 0, 1))],
  ['Elu', one((x, attribute) => (x < 0 ? attribute('alpha', 1) * Math.expm1(x) : x))],
  ['LeakyRelu', one((x, attribute) => (x < 0 ? attribute('alpha', 0.01) * x : x))],
  ['PRelu', two((x, slope) => (x < 0 ? slope * x : x))],
  [
    'Clip',
    // the limits were attributes before opset 11
    ([x = NaN, low = NaN, high = NaN], attribute) =>
      clip(
        x,
        Number.isNaN(low) ? attribute('min', -Infinity) : low,
        Number.isNaN(high) ? attribute('max', Infinity) : high,
      ),
  ],
]);
