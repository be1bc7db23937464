// Finds the Chromium that the browser tests drive, and installs it where that needs no question.
import { existsSync } from 'node:fs';
import { run } from './run.mjs';

const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** @returns {string | undefined} */
export function findChromium() {
  return PLACES.find((place) => place !== undefined && place !== '' && existsSync(place));
}

/** Installs Chromium with apt when it is missing and we may; otherwise says in one line how to. */
export async function installChromium() {
  if (findChromium() !== undefined) return 0;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const code =
      (await run('apt-get', ['update', '-qq'])) ||
      (await run('apt-get', ['install', '-y', '-qq', 'chromium']));
    if (code === 0 && findChromium() !== undefined) return 0;
  }
  console.error(
    'Chromium not found: install it (Debian: sudo apt-get install chromium) or set CHROMIUM=/path/to/it',
  );
  return 1;
}
