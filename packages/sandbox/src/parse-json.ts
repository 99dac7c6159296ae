const maxDepth = 200;

/**
 * Parses JSON that comes from outside. It may be nested 200 levels deep, so that code that walks it later (a record, a page, a rule's
 * `match`) cannot run out of stack.
 *
 * @throws SyntaxError saying what is wrong with the text
 */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new SyntaxError('Request body is not valid JSON');
  }
  if (isDeeper(text, maxDepth)) throw new SyntaxError(`Request body is nested more than ${maxDepth} levels deep`);
  return value;
}

/** Whether valid JSON is nested deeper than `limit`. */
function isDeeper(json: string, limit: number): boolean {
  if (json.length <= 2 * limit) return false; // each level takes two characters
  let depth = 0;
  let isInText = false;
  for (let index = 0; index < json.length; index++) {
    const char = json.charAt(index);
    if (isInText) {
      if (char === '\\') index += 1;
      else if (char === '"') isInText = false;
    } else if (char === '"') isInText = true;
    else if (char === '[' || char === '{') {
      depth += 1;
      if (depth > limit) return true;
    } else if (char === ']' || char === '}') depth -= 1;
  }
  return false;
}
