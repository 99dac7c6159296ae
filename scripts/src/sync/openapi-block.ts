import { SpecError } from '../errors.ts';

/** A generated block has about 2 kB. A longer one than this, in characters, is refused. */
const MAX_BLOCK_LENGTH = 128 * 1024;

/** `POST /suno/v2/customModel/create` somewhere in an info string. */
const OPERATION = /\b(?:get|put|post|delete|options|head|patch|trace)\s+\//i;

interface Block {
  info: string;
  text: string;
}

/**
 * The OpenAPI document of a page: the fenced block that holds one, whatever the length, character, indentation and info string of
 * its fence, without the blank lines at its end. Of several blocks, the one whose info string names an operation counts. Returns
 * undefined when the page has none.
 */
export function openApiBlock(page: string, from: string): string | undefined {
  const blocks = fencedBlocks(page, from).filter(({ text }) => isOpenApi(text));
  const named = blocks.filter(({ info }) => OPERATION.test(info));
  const [block, ...others] = new Set((named.length > 0 ? named : blocks).map(({ text }) => text));
  if (others.length > 0)
    throw new SpecError(`${from}: ${others.length + 1} OpenAPI blocks on one page; it is not known which one is meant`);
  if (block !== undefined && block.length > MAX_BLOCK_LENGTH)
    throw new SpecError(`${from}: the OpenAPI block is larger than ${MAX_BLOCK_LENGTH} characters`);
  return block;
}

/** The fenced code blocks of a page, by the rules of CommonMark. An OpenAPI block that never ends is an error: the page was cut off. */
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

/** A line without the indentation of its block. */
function inside(line: string, indent: string): string {
  return line.startsWith(indent) ? line.slice(indent.length) : line.trimStart();
}

function closes(line: string, fence: string): boolean {
  const text = /^ {0,3}(\S+)\s*$/.exec(line)?.[1] ?? '';
  return text.length >= fence.length && [...text].every((character) => character === fence[0]);
}

/** In YAML the two keys begin a line; in JSON they may stand anywhere. */
function isOpenApi(block: string): boolean {
  if (/^\s*\{/.test(block)) return /\bopenapi["']?\s*:/.test(block) && /\bpaths["']?\s*:/.test(block);
  return /^["']?openapi["']?\s*:/m.test(block) && /^[ \t]*["']?paths["']?\s*:/m.test(block);
}
