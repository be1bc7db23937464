// Lessons as data: every step can be opened and answered, and what its text says in numbers is what the program counts.
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/lib/core/analyze.ts';
import { FAMILIES } from '../../src/lib/core/families/index.ts';
import { isReached } from '../../src/lib/core/goal.ts';
import { METRICS } from '../../src/lib/core/metrics/index.ts';
import { raceRow } from '../../src/lib/core/trained/race.ts';
import { CONTENTS, placeOf } from '../../src/lib/lessons/contents.ts';
import { LESSONS } from '../../src/lib/lessons/index.ts';
import { KERAS, PADDLE, PYTORCH } from '../../src/lib/lessons/listings.ts';
import type { Change, Step } from '../../src/lib/lessons/lesson.ts';
import { stepConfig } from '../../src/lib/state/stepNetwork.ts';

const steps = LESSONS.flatMap(({ id, steps: own }) =>
  own.map((step) => ({ name: `${id}/${step.id}`, step })),
);
const analysisOf = (change: Change) => {
  const config = stepConfig(change);
  return analyze(FAMILIES[config.family].build(config), METRICS);
};
const totalsOf = (change: Change) => analysisOf(change).totals;
const raceOf = ({ look }: Step) => (look.kind === 'race' ? look.networks : []);

test('the table of contents has every lesson and every step, in order, under its own title', async () => {
  expect(await Promise.all(CONTENTS.map(({ load }) => load()))).toEqual(LESSONS);
  const headings = LESSONS.map(({ id, title, about, steps: own }) => {
    return { id, title, about, steps: own.map(({ id: step, title: name }) => ({ id: step, title: name })) };
  });
  expect(CONTENTS.map(({ id, title, about, steps: own }) => ({ id, title, about, steps: own }))).toEqual(
    headings,
  );
});

test('addresses lead to steps, and those that lead nowhere are told', async () => {
  expect(new Set(LESSONS.map(({ id }) => id)).size).toBe(LESSONS.length);
  for (const lesson of LESSONS) {
    expect(new Set(lesson.steps.map(({ id }) => id)).size).toBe(lesson.steps.length);
    expect((await placeOf(lesson.id))?.step).toBe(lesson.steps[0]);
    for (const [index, step] of lesson.steps.entries())
      expect(await placeOf(lesson.id, step.id)).toMatchObject({ lesson, step, index });
  }
  expect(await placeOf('nothing')).toBeUndefined();
  expect(await placeOf('fast', 'nothing')).toBeUndefined();
});

describe.each(steps)('$name', ({ step }) => {
  const { question, select, network } = step;

  test('sets a network that can be built, and selects something in it', () => {
    const { graph } = analysisOf(network);
    if (select)
      expect([...graph.blocks.map(({ id }) => id), ...graph.nodes.map(({ name }) => name)]).toContain(select);
    expect(step.text.length).toBeGreaterThan(0);
  });

  test('asks what can be answered', () => {
    if (question.kind === 'choice') {
      expect(question.options.filter(({ right }) => right)).toHaveLength(1);
    } else if (question.kind === 'goal') {
      expect(isReached(question.goal, totalsOf(network)), 'reached from the start').toBe(false);
      expect(isReached(question.goal, totalsOf(question.example)), 'reached by the example').toBe(true);
    } else if (question.by === 'top1') {
      const trained = raceOf(step).filter(({ id, change }) => raceRow(id, stepConfig(change)).trained);
      expect(trained.length).toBeGreaterThan(1);
    } else {
      expect(raceOf(step).length).toBeGreaterThan(1);
    }
  });

  test('races networks that differ', () => {
    const keys = raceOf(step).map(({ id, change }) => raceRow(id, stepConfig(change)).key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

test('every line of code lights up what the diagram has', () => {
  const { graph } = analysisOf({});
  const known = new Set([...graph.blocks.map(({ id }) => id), ...graph.nodes.map(({ name }) => name)]);
  for (const { framework, lines } of [PADDLE, PYTORCH, KERAS]) {
    const made = new Set(lines.flatMap(({ makes }) => makes));
    for (const id of made) expect(known, `${framework}: ${id}`).toContain(id);
    for (const { id, number } of graph.blocks) if (number || id === 'fc') expect(made).toContain(id);
  }
});

describe('numbers in texts are those of the program', () => {
  const stepOf = (lesson: string, step: string): Step => {
    const found = LESSONS.find(({ id }) => id === lesson)?.steps.find(({ id }) => id === step);
    if (!found) throw new Error(`no ${lesson}/${step}`);
    return found;
  };

  test('four networks within one percent of 44.7 million MACs', () => {
    for (const { change } of raceOf(stepOf('fast', 'equal')))
      expect(Math.abs(totalsOf(change).macs / 44.73e6 - 1)).toBeLessThan(0.01);
  });

  test('three networks whose published order on a server is not that on a phone, which is that of their MACs', () => {
    const rows = raceOf(stepOf('fast', 'device')).map(({ id, change }) => raceRow(id, stepConfig(change)));
    const [least, , most] = rows;
    expect((most?.macs ?? 0) / (least?.macs ?? 1)).toBeCloseTo(11.8, 1);
    const order = (by: (row: (typeof rows)[number]) => number | undefined) =>
      [...rows].sort((a, b) => (by(a) ?? 0) - (by(b) ?? 0)).map(({ id }) => id);
    expect(order(({ macs }) => macs)).toEqual(['v3', 'shuffle', 'lcnet']);
    expect(order(({ publishedMs }) => publishedMs.sd855t1)).toEqual(['v3', 'shuffle', 'lcnet']);
    expect(rows.map(({ publishedMs }) => publishedMs.xeon6148)).toEqual([3.02, 4.65, 2.46]);
  });

  test('leaving out one idea costs 0.6 to 3.2 points of the published accuracy and saves 0.04 to 0.20 ms', () => {
    const [all, ...others] = raceOf(stepOf('build', 'left-out')).map(({ id, change }) =>
      raceRow(id, stepConfig(change)),
    );
    const points = others.map(({ published }) => (all?.published ?? 0) - (published ?? 0));
    const saved = others.map(
      ({ publishedMs }) => (all?.publishedMs.xeon6148 ?? 0) - (publishedMs.xeon6148 ?? 0),
    );
    expect([Math.min(...points).toFixed(1), Math.max(...points).toFixed(1)]).toEqual(['0.6', '3.2']);
    expect([Math.min(...saved).toFixed(2), Math.max(...saved).toFixed(2)]).toEqual(['0.04', '0.20']);
  });

  test('SE everywhere has 0.1 % more MACs than SE late', () => {
    const [late, everywhere] = [totalsOf({ scale: 0.5 }), totalsOf(stepOf('fast', 'time').network)];
    expect((100 * (everywhere.macs - late.macs)) / late.macs).toBeCloseTo(0.1, 2);
  });

  test('the SE of block 13 of ×0.5 has 33,088 parameters, that of block 12 8,352', () => {
    const { graph, columns } = analysisOf({ scale: 0.5 });
    const paramsOf = (prefix: string) =>
      graph.nodes.reduce(
        (sum, { name }, i) => sum + (name.startsWith(prefix) ? (columns.params[i] ?? 0) : 0),
        0,
      );
    expect(paramsOf('blocks6.1.se')).toBe(33_088);
    expect(paramsOf('blocks6.0.se')).toBe(8352);
  });

  test('receptive fields: 571 after the last block, 763 after the pooling; 507 with 3 × 3, 819 with 5 × 5', () => {
    const { graph, columns, totals } = analysisOf({});
    const last = graph.blocks.find(({ number }) => number === 13);
    expect(columns.receptiveField[(last?.end ?? 0) - 1]).toBe(571);
    expect(totals.receptiveField).toBe(763);
    expect(totalsOf(stepOf('kernels', 'field').network).receptiveField).toBe(507);
    const everywhere = totalsOf({ kernels: stepConfig({}).kernels.map(() => 5) });
    expect(everywhere.receptiveField).toBe(819);
    expect((everywhere.macs - totals.macs) / 1e6).toBeCloseTo(10.8, 1);
  });

  test('two thirds of the parameters and 1.2 % of the MACs stand after the pooling', () => {
    const { graph, rollUp, totals } = analysisOf({});
    const [wide, classes] = ['last_conv', 'fc'].map((id) => graph.blocks.find((block) => block.id === id));
    if (!wide || !classes) throw new Error('no head');
    expect([rollUp('params', wide), rollUp('params', classes)]).toEqual([655_360, 1_281_000]);
    expect((rollUp('params', wide) + rollUp('params', classes)) / totals.params).toBeCloseTo(0.656, 3);
    expect((rollUp('macs', wide) + rollUp('macs', classes)) / totals.macs).toBeCloseTo(0.012, 3);
  });

  test('the whole network has 3.6 times the parameters and 3 % more MACs than without its last convolution', () => {
    const [without, whole] = ['kernels', 'whole'].map((id) => totalsOf(stepOf('build', id).network));
    if (!without || !whole) throw new Error('no steps');
    expect(whole.params / without.params).toBeCloseTo(3.56, 2);
    expect(whole.macs / without.macs).toBeCloseTo(1.031, 3);
  });
});
