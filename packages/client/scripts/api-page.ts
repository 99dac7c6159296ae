import { type Operation, pathOf } from '../src/operations.ts';
import type { AnswerOf } from './answers-module.ts';

const policies = {
  read: 'after any passing fault',
  repeatable: 'after any passing fault',
  once: 'only when not accepted',
};

/** Named by the documentation, but not described well enough to stand in the contract. */
const beyondContract: readonly AnswerOf[] = [
  {
    host: 'usage',
    method: 'POST',
    path: '/api-user/usage/search',
    summary: 'search usage (the answer is not documented)',
    schema: undefined,
  },
];

/** The operations of the contract that have no method of their own. */
export function unnamedOperations(operations: Record<string, Operation>, contract: readonly AnswerOf[]): AnswerOf[] {
  const named = Object.entries(operations).map(([name, operation]) => callOf(name, operation));
  return contract.filter(({ method, path }) => !named.includes(`${method} ${path}`));
}

/**
 * The text of `api.md`: each operation with its method, or with `client.raw` where it has none of its own. Throws when a method and
 * the contract do not fit together, and at an operation that the client cannot call at all.
 */
export function apiPage(operations: Record<string, Operation>, contract: readonly AnswerOf[]): string {
  const rows = Object.entries(operations).map(([name, operation]) => {
    const call = callOf(name, operation);
    const known = [...contract, ...beyondContract].find(({ method, path }) => `${method} ${path}` === call);
    if (!known) throw new Error(`client.${name}: the contract has no ${call}`);
    const argument = operation.bare ? '' : (operation.query ?? (operation.pages ? 'query' : 'body'));
    const parameters = [argument, 'options?'].filter((it) => it !== '').join(', ');
    return row(`client.${name}(${parameters})`, known, policies[operation.policy]);
  });
  const rawRows = unnamedOperations(operations, contract).map((answer) => {
    const { host, method, path } = answer;
    if (!/^(?:GET|POST) [^{]+$/.test(`${method} ${path}`)) throw new Error(`client.raw cannot call ${method} ${path}`);
    return row(`client.raw.${host}.${method}('${path}', options)`, answer, policies[method === 'GET' ? 'read' : 'once']);
  });
  return `<!-- Generated from src/operations.ts and openapi/*.yaml by \`npm run generate -w packages/client\`. Do not edit. -->
# Methods of the client

Each method is one HTTP call, named as its path. \`options\` is \`{ signal, timeoutMs, headers, onResponse }\`.

| method | operation | what it does | sent again |
|---|---|---|---|
${[...rows, ...rawRows].join('\n')}

"After any passing fault": no connection, a lost or late answer, 408, 429, 5xx, or an answer that cannot be read. "Only when not
accepted": the server was never reached, or it answered 429; so a call that costs credits is never made twice. Every path of the
contract can be called by \`client.raw.suno\` and \`client.raw.usage\` too, typed by openapi-fetch; where a row names those, there is
no other method yet.
`;
}

function callOf(name: string, operation: Operation): string {
  return `${operation.method ?? 'POST'} ${pathOf(name, operation)}`;
}

function row(call: string, { method, path, summary }: AnswerOf, sentAgain: string): string {
  return `| \`${call}\` | \`${method} ${path}\` | ${summary} | ${sentAgain} |`;
}
