// The command line: picks the command, prints its answer; bad input is one line on stderr and exit status 2.
import { ARCHITECTURE_OPTIONS } from './architecture.ts';
import { readWords, type Command } from './command.ts';
import { compare } from './compare.ts';
import { Failure } from './failure.ts';
import { bench } from './bench.ts';
import { diagram } from './diagram.ts';
import { evaluateCommand } from './evaluate.ts';
import { exportCommand } from './export.ts';
import { families } from './families.ts';
import { forward } from './forward.ts';
import { importCommand } from './import.ts';
import { inferCommand } from './infer.ts';
import { report } from './report.ts';
import { summary } from './summary.ts';
import { table } from './table.ts';

const COMMANDS: readonly Command[] = [
  summary,
  table,
  diagram,
  report,
  compare,
  bench,
  evaluateCommand,
  families,
  importCommand,
  exportCommand,
  inferCommand,
  forward,
];

function help(): string {
  const commands = COMMANDS.map(({ name, words, about, options }) => {
    const own = Object.entries(options).map(([option, text]) => `      --${option.padEnd(14)}${text.about}`);
    const call = words === undefined ? name : `${name} ${words}`;
    return [`  ${call.padEnd(12)}${words === undefined ? '' : '  '}${about}`, ...own].join('\n');
  });
  return [
    'lcnet COMMAND [options]',
    '',
    ...commands,
    '',
    'Architecture options, the same everywhere:',
    `  --${ARCHITECTURE_OPTIONS.join(' --')}`,
    '',
    'Examples: lcnet summary --scale 0.5 --se 0000001100000 --json',
    '          lcnet compare "scale=0.5" "family=mobilenetv2&scale=0.5"',
  ].join('\n');
}

async function answer([name, ...args]: readonly string[]): Promise<string> {
  if (name === undefined || name === 'help' || name === '--help' || args.includes('--help')) return help();
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command) throw new Failure(`${name}: one of ${COMMANDS.map((c) => c.name).join(', ')} expected`);
  const own = Object.entries(command.options).map(([option, { type }]) => [option, type]);
  const shared = command.architecture ? ARCHITECTURE_OPTIONS.map((option) => [option, 'string']) : [];
  const allowed = Object.fromEntries([...shared, ...own]) as Record<string, 'string'>;
  const { values, words } = readWords({ args, allowed, words: command.words !== undefined });
  return command.run(values, words);
}

process.stdout.on('error', () => process.exit(0)); // the reader of a pipe left early

try {
  const text = await answer(process.argv.slice(2));
  if (text) process.stdout.write(`${text}\n`);
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
