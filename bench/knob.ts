// A knob turn in the built page, while inference runs: work on the main thread, and how long until the change is on screen.
import { chromium, type Page } from 'playwright-core';
import { findChromium } from '../scripts/chromium.mjs';
import { serve } from '../scripts/serve.mjs';
import { quantile, sorted } from '../src/lib/core/tradeoff/timing.ts';
import type { Bench } from './bench.ts';

const WARMUP = 20;

/** What runs while the knob is turned, and how it is turned. */
interface Scene {
  readonly query: string;
  /** There once the page has settled. */
  readonly settled: string;
  /** Not there while the network of the last turn still runs; absent where it is stopped before the turns. */
  readonly over?: string;
  readonly scales: readonly [from: number, to: number];
  readonly turns: number;
  readonly pauseMs: number;
}

/** The pause is longer than the page waits before it runs a network, shorter than it measures: at every turn a network runs. */
const RUNNING: Scene = {
  query: '',
  settled: '[data-testid="latency"][data-value]',
  over: '[data-testid="latency"][data-value]',
  scales: [0.5, 2.5],
  turns: 120,
  pauseMs: 450,
};

/** Long enough for a network to be cut, recalibrated and shown its first test images. */
const EVALUATING: Scene = {
  query: '?task=fashion-mnist&scale=0.5',
  settled: '[data-testid="accuracy"][data-images="10000"]',
  over: '[data-testid="latency"][data-value]',
  scales: [0.25, 0.99],
  turns: 60,
  pauseMs: 1200,
};

/** The same page with nothing to run: what trying images adds is the difference. */
const STOPPED: Scene = {
  query: EVALUATING.query,
  settled: EVALUATING.settled,
  scales: EVALUATING.scales,
  turns: EVALUATING.turns,
  pauseMs: EVALUATING.pauseMs,
};

interface Turn {
  /** Script, style and layout: processor time of the main thread, in ms. Time in which other threads had the core is not work. */
  readonly work: number;
  /** From the knob to after the next paint, by the clock, in ms. */
  readonly paint: number;
}

/** A mark of the page in the browser's trace; `tts` is the thread's processor time in µs. */
interface Mark {
  readonly name: string;
  readonly cat: string;
  readonly tts?: number;
}

const markOf = (name: string, turn: number): string => `${name} ${turn}`;

/** Processor time between the marks of each turn. */
function workOf(trace: Buffer, turns: number): readonly number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { readonly traceEvents: readonly Mark[] };
  const at = new Map(
    traceEvents.filter(({ cat }) => cat.includes('user_timing')).map(({ name, tts }) => [name, tts]),
  );
  return Array.from({ length: turns }, (_, i) => {
    const [begin, end] = [at.get(markOf('turn', i)), at.get(markOf('worked', i))];
    if (begin === undefined || end === undefined) throw new Error(`turn ${i} is not in the trace`);
    return (end - begin) / 1000;
  });
}

/** Turns the scale as a drag does: one input event at a time. */
const turnKnob = (page: Page, steps: Pick<Scene, 'turns' | 'pauseMs' | 'scales'>) =>
  page.evaluate(async ({ turns, pauseMs, scales: [from, to] }): Promise<readonly number[]> => {
    const slider = document.querySelector<HTMLInputElement>('input[type="range"]');
    if (!slider) throw new Error('no slider');
    const paints: number[] = [];
    for (let i = 0; i < turns; i++) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      const begin = performance.now();
      performance.mark(`turn ${i}`);
      slider.value = String(from + ((to - from) * (i % 40)) / 40);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      // the page is updated in a microtask; asking for a size makes the browser do style and layout at once
      await Promise.resolve();
      document.body.getBoundingClientRect();
      performance.mark(`worked ${i}`);
      await new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve();
          port2.postMessage(undefined);
        });
      });
      paints.push(performance.now() - begin);
    }
    return paints;
  }, steps);

async function turns(url: string, scene: Scene): Promise<readonly Turn[]> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error('Chromium not found: `npm test` installs it or says how to');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-quic'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(url + scene.query);
    await page.waitForSelector(scene.settled, { timeout: 120_000 });
    await turnKnob(page, { ...scene, turns: WARMUP });
    if (scene.over === undefined) await page.getByRole('button', { name: 'Stop' }).first().click();
    await browser.startTracing(page, { categories: ['blink.user_timing'] });
    const paints = await turnKnob(page, scene);
    const work = workOf(await browser.stopTracing(), scene.turns);
    if (scene.over !== undefined && (await page.locator(scene.over).count()))
      throw new Error('no network was running while the knob was turned');
    return paints.map((paint, i) => ({ paint, work: work[i] ?? NaN }));
  } finally {
    await browser.close();
  }
}

export const knob: Bench = {
  name: 'knob',
  run: async () => {
    const site = await serve({ port: 0 });
    try {
      const running = await turns(site.url, RUNNING);
      const evaluating = await turns(site.url, EVALUATING);
      const stopped = await turns(site.url, STOPPED);
      const of = (timed: readonly Turn[], key: keyof Turn, q: number) =>
        quantile(sorted(timed.map((turn) => turn[key])), q);
      return [
        { name: 'turn of a knob, main thread, median', value: of(running, 'work', 0.5), unit: 'ms' },
        { name: 'turn of a knob, main thread, p95', value: of(running, 'work', 0.95), unit: 'ms', limit: 8 },
        { name: 'turn of a knob to paint, median', value: of(running, 'paint', 0.5), unit: 'ms' },
        { name: 'turn of a knob to paint, p95', value: of(running, 'paint', 0.95), unit: 'ms', limit: 50 },
        { name: 'to paint while images are tried, median', value: of(evaluating, 'paint', 0.5), unit: 'ms' },
        {
          name: 'to paint while images are tried, p95',
          value: of(evaluating, 'paint', 0.95),
          unit: 'ms',
          limit: 50,
        },
        { name: 'the same with the network stopped, median', value: of(stopped, 'paint', 0.5), unit: 'ms' },
        { name: 'the same with the network stopped, p95', value: of(stopped, 'paint', 0.95), unit: 'ms' },
      ];
    } finally {
      await site.close();
    }
  },
};
