// Tasks: input, classes and strides of a network follow what it is to tell apart.
import { describe, expect, it } from 'vitest';
import { FAMILIES } from '../../../src/lib/core/families/index.ts';
import { defaultsFor, TASKS } from '../../../src/lib/core/families/tasks.ts';
import {
  configKey,
  defaultConfig,
  readConfig,
  withFamily,
  withTask,
  writeOptions,
} from '../../../src/lib/core/options.ts';

const fashion = defaultsFor(FAMILIES.pplcnet, 'fashion-mnist');

describe('tasks', () => {
  it('gives every family 28 × 28 grey pixels, ten classes and strides that leave more than one position', () => {
    for (const family of Object.values(FAMILIES)) {
      const { nodes } = family.build(defaultsFor(family, 'fashion-mnist'));
      expect(nodes[0]?.shape, family.id).toEqual([28, 28, 1]);
      expect(nodes.at(-1)?.shape.at(-1), family.id).toBe(10);
      const last = nodes.findLast(({ op, shape }) => op.kind === 'conv' && shape[0] > 1);
      expect(last?.shape[0], family.id).toBeGreaterThan(1);
    }
  });

  it('has a name for each of its classes', () => {
    expect(TASKS['fashion-mnist'].classNames).toHaveLength(10);
  });

  it('is one word in the address: its own settings are its defaults', () => {
    expect(writeOptions(fashion)).toEqual([['task', 'fashion-mnist']]);
    expect(readConfig({ task: 'fashion-mnist' })).toEqual({ config: fashion, problems: [] });
  });

  it('is left out of the address where it is ImageNet', () => {
    expect(writeOptions(defaultConfig)).toEqual([]);
    expect(configKey({ ...fashion, scale: 0.5 })).toBe('family=pplcnet&task=fashion-mnist&scale=0.5');
  });

  it('keeps what the visitor chose when the task changes, and comes back', () => {
    const chosen = { ...defaultConfig, scale: 0.5, lastConv: 0 };
    const there = withTask(chosen, 'fashion-mnist');
    expect(there).toEqual({ ...fashion, scale: 0.5, lastConv: 0 });
    expect(withTask(there, 'imagenet')).toEqual(chosen);
  });

  it('stays when the family changes', () => {
    const other = withFamily(fashion, 'ghostnet');
    expect(writeOptions(other)).toEqual([
      ['family', 'ghostnet'],
      ['task', 'fashion-mnist'],
    ]);
  });

  it('refuses a task that does not exist, and says which there are', () => {
    expect(readConfig({ task: 'mnist' }).problems).toEqual([
      {
        option: 'task',
        found: 'mnist',
        expected: { kind: 'choice', allowed: ['imagenet', 'fashion-mnist'] },
      },
    ]);
  });
});
