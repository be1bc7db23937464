// The keys of a JSON object as they are written: JSON.parse keeps the last of two equal ones and says nothing.

/** Strings, and whatever opens, closes or separates. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

/** Keys of the outermost object, in order. @param text valid JSON */
export function outerKeys(text: string): readonly string[] {
  const keys: string[] = [];
  let depth = 0;
  let last = '';
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    else if (token === ':' && depth === 1) keys.push(JSON.parse(last) as string);
    last = token;
  }
  return keys;
}
