// A spread of networks to try: first the defaults of each width, then widths in turn, each with other kernels and SE.
import { KERNEL_SIZES, type KernelSize, type NetConfig } from '../config/netConfig.ts';
import { uniformValues } from '../weights/random.ts';
import { TRAINED_DEFAULTS, TRAINED_SCALES } from './covers.ts';

/** Widths whose networks are tried in a moment on any device. */
const SCALES = TRAINED_SCALES.filter((scale) => scale <= 0.75);
/** Random numbers for each network: of kernels and of SE early, late and where they turn, and of the last convolution. */
const NUMBERS = 7;

/** Network `index` of an endless list, always the same: kernels and SE change from some block on. */
function networkAt(index: number): NetConfig {
  const scale = SCALES[index % SCALES.length] ?? 1;
  if (index < SCALES.length) return { ...TRAINED_DEFAULTS, scale };
  const numbers = uniformValues({ seed: index, name: 'spread' }, NUMBERS).values();
  const share = (): number => ((numbers.next().value ?? 0) + 1) / 2;
  const pick = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(share() * list.length)] ?? list[0];
  const perBlock = <T>(choices: readonly [T, ...T[]]): readonly T[] => {
    const [early, late] = [pick(choices), pick(choices)];
    const turn = Math.floor(share() * (TRAINED_DEFAULTS.kernels.length + 1));
    return TRAINED_DEFAULTS.kernels.map((_, block) => (block < turn ? early : late));
  };
  const kernels = perBlock<KernelSize>(KERNEL_SIZES);
  const se = perBlock([false, true]);
  const lastConv = pick([0, TRAINED_DEFAULTS.lastConv]);
  return { ...TRAINED_DEFAULTS, scale, kernels, se, lastConv };
}

/** The first so many networks of the list that are not known yet. */
export function spread(count: number, isKnown: (config: NetConfig) => boolean): readonly NetConfig[] {
  const found: NetConfig[] = [];
  for (let index = 0; found.length < count; index++) {
    const config = networkAt(index);
    if (!isKnown(config)) found.push(config);
  }
  return found;
}
