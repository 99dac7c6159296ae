import { describe, expect, it } from 'vitest';
import { pageOf } from '../../test/support/pages.ts';
import { openApiBlock } from './openapi-block.ts';

const BLOCK = 'openapi: 3.0.0\npaths:\n  /a:\n    get:\n      description: |-\n        ```bash\n        curl\n        ```\n';

describe('openApiBlock', () => {
  it.each([
    ['four backticks', {}],
    ['six backticks', { fence: '``````' }],
    ['tildes', { fence: '~~~' }],
    ['an info string with the operation', { info: 'yaml POST /suno/v2/customModel/create' }],
    ['an info string with a file', { info: 'yaml https://docs.mountsea.ai/openapi.json get /a' }],
    ['another info string', { info: 'yml' }],
    ['no info string', { info: '' }],
    ['a space before the info string', { info: ' openapi' }],
    ['indentation', { indent: '    ' }],
    ['Windows line ends', { newline: '\r\n' }],
    ['other blocks around it', { prose: '```bash\ncurl\n```\n\n```yaml\na: 1\n```' }],
    ['an example fence inside prose of tildes', { prose: '~~~\n```yaml\nopenapi: x\n~~~' }],
    ['Chinese prose', { prose: '提交训练请求以创建定制模型' }],
  ])('finds the block with %s', (_what, form) => {
    expect(openApiBlock(pageOf(BLOCK, form), 'page')).toBe(BLOCK);
  });

  it('finds a block of three backticks', () => {
    const block = BLOCK.replace(/description:[\s\S]*$/, 'summary: a\n');
    expect(openApiBlock(pageOf(block, { fence: '```' }), 'page')).toBe(block);
  });

  it.each([
    '{\n  "openapi": "3.0.0",\n  "paths": {}\n}\n',
    '{\n  "info": {},\n  "openapi": "3.0.0",\n  "paths": {}\n}\n',
    '{"openapi":"3.0.0","paths":{}}\n',
  ])('takes a byte order mark and JSON: %s', (json) => {
    expect(openApiBlock(`\uFEFF${pageOf(json, { info: 'json' })}`, 'page')).toBe(json);
  });

  it('finds nothing in a guide', () => {
    expect(openApiBlock('# Guide\n\n```yaml\na: 1\n```\n\nThe openapi: word, and paths:\n', 'page')).toBeUndefined();
  });

  it('takes the block of an operation among others, and one that stands there twice', () => {
    const example = pageOf(BLOCK.replace('/a:', '/example:'));
    expect(openApiBlock(example + pageOf(BLOCK, { info: 'yaml GET /a' }), 'page')).toBe(BLOCK);
    expect(openApiBlock(pageOf(BLOCK) + pageOf(BLOCK), 'page')).toBe(BLOCK);
  });

  it('refuses two blocks, a cut-off page and a huge block', () => {
    expect(() => openApiBlock(pageOf(BLOCK) + pageOf(BLOCK.replace('/a:', '/b:')), 'page')).toThrow('2 OpenAPI blocks');
    expect(() => openApiBlock(pageOf(BLOCK).replace(/````\n$/, ''), 'page')).toThrow('cut off');
    expect(() => openApiBlock(pageOf(`${BLOCK}#${'x'.repeat(200_000)}\n`), 'page')).toThrow('larger than');
  });
});
