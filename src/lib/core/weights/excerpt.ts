// Texts from files as they stand in messages: a hostile file may hold a name of a million letters.

const MAX_LETTERS = 300;

export const excerpt = (text: string): string =>
  text.length > MAX_LETTERS ? `${text.slice(0, MAX_LETTERS)}…` : text;
