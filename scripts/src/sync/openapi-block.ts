import { SpecError } from '../spec-error.ts';

/** A generated block is some 2 kB; this is room enough for any. */
const MAX_BLOCK_LENGTH = 128 * 1024;

/** `POST /suno/v2/customModel/create` somewhere in an info string. */
const OPERATION = /\b(?:get|put|post|delete|options|head|patch|trace)\s+\//i;

interface Block {
  info: string;
  text: string;
}

/**
 * The OpenAPI document that a page holds: the one fenced block whose content is one, whatever the fence's length, character,
 * indentation and info string, without the blank lines at its end. Of several the one counts whose info string names an
 * operation. Undefined when there is none.
 */
export function openApiBlock(page: string, from: string): string | undefined {
  const blocks = fencedBlocks(page, from).filter(({ text }) => isOpenApi(text));
  const named = blocks.filter(({ info }) => OPERATION.test(info));
  const [block, ...others] = new Set((named.length > 0 ? named : blocks).map(({ text }) => text));
  if (others.length > 0)
    throw new SpecError(`${from}: ${others.length + 1} OpenAPI blocks on one page; which one is meant is not known`);
  if (block !== undefined && block.length > MAX_BLOCK_LENGTH)
    throw new SpecError(`${from}: the OpenAPI block is larger than ${MAX_BLOCK_LENGTH} characters`);
  return block;
}

/** Each fenced code block, as CommonMark has them. A block that never ends is an error: the page was cut off. */
function fencedBlocks(page: string, from: string): Block[] {
  const blocks: Block[] = [];
  let open: { fence: string; info: string; indent: string; lines: string[] } | undefined;
  for (const line of page.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)) {
    if (open === undefined) {
      const [, indent = '', fence, info = ''] = /^([ \t]*)(`{3,}(?=[^`]*$)|~{3,})(.*)$/.exec(line) ?? [];
      if (fence !== undefined) open = { fence, info, indent, lines: [] };
    } else if (closes(inside(line, open.indent), open.fence)) {
      blocks.push({ info: open.info, text: `${open.lines.join('\n').trimEnd()}\n` });
      open = undefined;
    } else open.lines.push(inside(line, open.indent));
  }
  if (open !== undefined && isOpenApi(open.lines.join('\n')))
    throw new SpecError(`${from}: the OpenAPI block has no end; the page was cut off`);
  return blocks;
}

/** A line without the indentation that its whole block has. */
function inside(line: string, indent: string): string {
  return line.startsWith(indent) ? line.slice(indent.length) : line.trimStart();
}

function closes(line: string, fence: string): boolean {
  const text = /^ {0,3}(\S+)\s*$/.exec(line)?.[1] ?? '';
  return text.length >= fence.length && [...text].every((character) => character === fence[0]);
}

/** YAML has the two keys at the beginning of a line; JSON may have them anywhere. */
function isOpenApi(block: string): boolean {
  if (/^\s*\{/.test(block)) return /\bopenapi["']?\s*:/.test(block) && /\bpaths["']?\s*:/.test(block);
  return /^["']?openapi["']?\s*:/m.test(block) && /^[ \t]*["']?paths["']?\s*:/m.test(block);
}
