// Runs the command line as others do: in a process of its own.
import { execFile } from 'node:child_process';

export interface Answer {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

export const lcnet = (...args: readonly string[]): Promise<Answer> =>
  new Promise((resolve) => {
    const done = (error: unknown, out: string, err: string) => {
      const status = error && typeof error === 'object' && 'code' in error ? Number(error.code) : 0;
      resolve({ status, out, err });
    };
    execFile(process.execPath, ['bin/lcnet.js', ...args], { maxBuffer: 1e8 }, done);
  });
