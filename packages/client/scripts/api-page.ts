import { type Operation, pathOf } from '../src/operations.ts';
import type { AnswerOf } from './answers-module.ts';

const policies = {
  read: 'after any passing fault',
  repeatable: 'after any passing fault',
  once: 'only when not accepted',
};

/** Named by the documentation, but not described well enough to stand in the contract. */
const beyondContract: readonly AnswerOf[] = [
  { method: 'POST', path: '/api-user/usage/search', summary: 'search usage (the answer is not documented)', schema: undefined },
];

/** The text of `api.md`: each method beside its operation. Throws when a method and the contract do not fit together. */
export function apiPage(operations: Record<string, Operation>, contract: readonly AnswerOf[]): string {
  const rows = Object.entries(operations).map(([name, operation]) => {
    const call = `${operation.method ?? 'POST'} ${pathOf(name, operation)}`;
    const known = [...contract, ...beyondContract].find(({ method, path }) => `${method} ${path}` === call);
    if (!known) throw new Error(`client.${name}: the contract has no ${call}`);
    const argument = operation.bare ? '' : (operation.query ?? (operation.pages ? 'query' : 'body'));
    const parameters = [argument, 'options?'].filter((it) => it !== '').join(', ');
    return {
      call,
      line: `| \`client.${name}(${parameters})\` | \`${call}\` | ${known.summary} | ${policies[operation.policy]} |`,
    };
  });
  const unserved = contract.filter(({ method, path }) => !rows.some(({ call }) => call === `${method} ${path}`));
  if (unserved.length > 0) throw new Error(`no method for ${unserved.map(({ method, path }) => `${method} ${path}`).join(', ')}`);
  return `<!-- Generated from src/operations.ts and openapi/*.yaml by \`npm run generate -w packages/client\`. Do not edit. -->
# Methods of the client

Each method is one HTTP call, named as its path. \`options\` is \`{ signal, timeoutMs, headers, onResponse }\`.

| method | operation | what it does | sent again |
|---|---|---|---|
${rows.map(({ line }) => line).join('\n')}

"After any passing fault": no connection, a lost or late answer, 408, 429, 5xx, or an answer that cannot be read. "Only when not
accepted": the server was never reached, or it answered 429; so a call that costs credits is never made twice. Every other path:
\`client.raw.suno\` and \`client.raw.usage\`, typed by openapi-fetch.
`;
}
