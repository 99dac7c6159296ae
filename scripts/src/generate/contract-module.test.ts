import { stripTypeScriptTypes } from 'node:module';
import { expect, it } from 'vitest';
import { contractModule } from './contract-module.ts';

it('gives back the very documents, whatever their text', async () => {
  const suno = JSON.parse('{"__proto__":{"a":1},"text":"*/ ` $(1) \\u2028 \\" \\\\ </script>"}');
  const code = stripTypeScriptTypes(contractModule({ suno, usage: { x: [] } }));
  const { contract } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  expect(JSON.stringify(contract)).toBe(JSON.stringify({ suno, usage: { x: [] } }));
  expect(Object.getPrototypeOf(contract.suno)).toBe(Object.prototype);
});
