// The address of the page for frames: what it asks for is shown, what it misspells is said.
import { expect, test } from 'vitest';
import { readAddress } from '../../../src/lib/views/embed/address.ts';

test('a network, what to show, theme and language are read', () => {
  const { config, problems, show, theme } = readAddress('?scale=0.5&show=table&theme=dark&lang=zh-CN');
  expect([config.scale, show, theme, problems]).toEqual([0.5, 'table', 'dark', []]);
  expect(readAddress('')).toMatchObject({ show: 'diagram', theme: null, problems: [] });
});

test('what is refused is said, and the standard is shown', () => {
  const { problems, show } = readAddress('?show=movie&theme=&lang=fr&colour=red&scale=9');
  expect(show).toBe('diagram');
  expect(problems.map(({ option, expected }) => [option, expected.kind])).toEqual([
    ['show', 'choice'],
    ['theme', 'choice'],
    ['lang', 'choice'],
    ['colour', 'option'],
    ['scale', 'number'],
  ]);
});
