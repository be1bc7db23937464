// The sample pictures, drawn by scripts/make-samples.mjs.
import { m } from '$lib/paraglide/messages.js';

export const SAMPLES = [
  { file: 'landscape.png', name: m.sample_landscape },
  { file: 'cat.png', name: m.sample_cat },
  { file: 'street.png', name: m.sample_street },
  { file: 'fruit.png', name: m.sample_fruit },
  { file: 'rings.png', name: m.sample_rings },
] as const;
