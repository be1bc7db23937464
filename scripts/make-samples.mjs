// Draws the sample pictures in static/samples: `node scripts/make-samples.mjs`. Their drawings are in scripts/samples.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';

const from = new URL('./samples/', import.meta.url);
const to = new URL('../static/samples/', import.meta.url);

for (const file of readdirSync(from)) {
  const png = new Resvg(readFileSync(new URL(file, from), 'utf8')).render().asPng();
  writeFileSync(new URL(file.replace('.svg', '.png'), to), png);
}
