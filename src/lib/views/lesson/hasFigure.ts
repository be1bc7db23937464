// Beside which steps the whole diagram stands.
import type { Look } from '$lib/lessons/lesson.ts';

const KINDS: ReadonlySet<Look['kind']> = new Set(['figure', 'stages', 'times', 'code', 'trap', 'race']);

export const hasFigure = ({ kind }: Look): boolean => KINDS.has(kind);
