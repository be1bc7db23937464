// How many networks stand side by side.

export const COMPARED = { min: 2, max: 4 } as const;

/** Networks are named by letter wherever a number could be taken for a count: A, B, C, D. */
export const letterOf = (index: number): string => String.fromCharCode(65 + index);
