// A spread of networks to try: widths in turn, each with other kernels and SE.
import { KERNEL_SIZES, type KernelSize, type NetConfig } from '../config/netConfig.ts';
import { uniformValues } from '../weights/random.ts';
import { TRAINED_DEFAULTS, TRAINED_SCALES } from './covers.ts';

/** Widths whose networks are tried in a moment on any device. */
const SCALES = TRAINED_SCALES.filter((scale) => scale <= 0.75);

/** The first networks are the defaults of each width; the others change kernels and SE from some block on. Equal seeds, equal networks. */
export function spread(count: number, seed: number): readonly NetConfig[] {
  const numbers = uniformValues({ seed, name: 'spread' }, 7 * count).values();
  const share = (): number => ((numbers.next().value ?? 0) + 1) / 2;
  const pick = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(share() * list.length)] ?? list[0];
  const perBlock = <T>(choices: readonly [T, ...T[]]): readonly T[] => {
    const [early, late] = [pick(choices), pick(choices)];
    const turn = Math.floor(share() * (TRAINED_DEFAULTS.kernels.length + 1));
    return TRAINED_DEFAULTS.kernels.map((_, block) => (block < turn ? early : late));
  };
  return Array.from({ length: count }, (_, i): NetConfig => {
    const scale = SCALES[i % SCALES.length] ?? 1;
    if (i < SCALES.length) return { ...TRAINED_DEFAULTS, scale };
    const kernels = perBlock<KernelSize>(KERNEL_SIZES);
    const se = perBlock([false, true]);
    const lastConv = pick([0, TRAINED_DEFAULTS.lastConv]);
    return { ...TRAINED_DEFAULTS, scale, kernels, se, lastConv };
  });
}
