// Two complete measurements of the paper's twelve networks in a row, by the command line: do their medians agree?
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { agreement } from '../src/lib/core/tradeoff/agreement.ts';
import { readMeasurements } from '../src/lib/core/tradeoff/report/readMeasurements.ts';
import type { Bench } from './bench.ts';

const SECONDS = 60;
const root = fileURLToPath(new URL('..', import.meta.url));

function measured(seed: number) {
  const options = `--networks paper --max-seconds ${SECONDS} --seed ${seed} --json --no-samples`.split(' ');
  const printed = execFileSync('npx', ['tsx', 'src/cli/main.ts', 'bench', ...options], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return readMeasurements(printed).fields.flatMap(({ networks }) => networks);
}

export const field: Bench = {
  name: 'field',
  run: () => {
    const [first, second] = [measured(1), measured(2)];
    const { compared, disagreeing } = agreement(first, second);
    const width = (networks: typeof first) =>
      Math.max(...networks.map(({ lowMs, highMs, medianMs }) => (highMs - lowMs) / 2 / medianMs));
    const named = disagreeing.map(({ key }) => first.find((network) => network.key === key)?.name).join(', ');
    return Promise.resolve([
      { name: 'widest interval, first run, relative to the median', value: width(first), unit: 'ratio' },
      { name: 'widest interval, second run', value: width(second), unit: 'ratio' },
      { name: 'networks measured twice', value: compared.length, unit: 'count' },
      {
        name: `medians apart beyond their intervals${named && `: ${named}`}`,
        value: disagreeing.length,
        unit: 'count',
      },
    ]);
  },
};
