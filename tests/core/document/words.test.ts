// The report explains FLOPs conventions in the words of the page.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ENGLISH } from '../../../src/lib/core/document/report/text.ts';

const messages = JSON.parse(readFileSync('messages/en.json', 'utf8')) as Readonly<Record<string, string>>;

test.each(Object.entries(ENGLISH.counts))(
  'what %s counts is said alike in page and report',
  (convention, words) => {
    const key = `flops_${convention.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
    expect(messages[key]).toBe(words);
  },
);
