import type { ClientCall } from './client-calls.ts';
import { chargedAfter, type FailureKind, type RetryPolicy, retryOn, retryPolicies, retryPolicyOf } from './client-inside.ts';

/** An operation of the contract, with its host and its summary. */
export interface ContractOperation {
  host: string;
  /** As in `GET /suno/v2/status`. */
  operation: string;
  summary: string;
}

const policyWords: Record<RetryPolicy, string> = {
  read: 'read',
  repeatable: 'repeatable',
  'at-most-once': 'at most once',
};

const failureWords: Record<FailureKind, string> = {
  'not-sent': 'the server was never reached: refused, no such host, TLS, no connection in time',
  'rate-limited': '429',
  refused: 'another 4xx',
  conflict: '409',
  lost: 'the connection broke after the request was sent',
  'timed-out': 'no complete response in time',
  'server-failed': '5xx, 408',
  unreadable: 'a response that cannot be read: HTML, empty, cut off, a redirect',
  'out-of-bounds': 'a response that is too large or nested too deeply',
};

/** The text of `api.md`: every operation with its method, or with `client.raw` where it has none, and what is sent again after which failure. */
export function apiPage(calls: readonly ClientCall[], contract: readonly ContractOperation[]): string {
  const lines = contract
    .toSorted((one, other) => orderOf(one) - orderOf(other))
    .map(({ host, operation, summary }) => {
      const [method, path] = operation.split(' ');
      const call = calls.find((it) => it.operation === operation)?.call ?? `client.raw.${host}.${method}('${path}', options)`;
      return `| \`${call}\` | \`${operation}\` | ${plainLine(summary)} | ${policyWords[retryPolicyOf(operation)]} |`;
    });
  return `<!-- Generated from src/resources, src/retry-policies.ts and openapi/*.yaml by \`npm run generate\`. Do not edit. -->
# Methods of the client

Each method is one HTTP call. \`options\` is \`{ signal, timeoutMs, headers, beforeSend, onResponse }\`.

| method | operation | what it does | policy |
|---|---|---|---|
${lines.join('\n')}

Every path of the contract can be called by \`client.raw.suno\` and \`client.raw.usage\` too; where a row names those, there is no other method yet.

## What is sent again

The policy of an operation decides after which failures the client sends a request again. It is exported as \`retryPolicies\`.

| what happened | ${Object.values(policyWords).join(' | ')} | \`charged\` of a paid call |
|---|---|---|---|---|
${(Object.keys(failureWords) as FailureKind[]).map(failureRow).join('\n')}

A paid call leaves the process again only when it is known never to have left. With a \`fetch\` of your own that is known only if you say that
it sends once (\`fetchSendsOnce\`). \`charged: 'no'\` after a 4xx is the server's word: only the session or the ledger proves it.
`;
}

/** The order of the table of policies, which begins with the main job; a new operation comes last. */
function orderOf({ operation }: ContractOperation): number {
  const order = Object.keys(retryPolicies).indexOf(operation);
  return order < 0 ? Number.POSITIVE_INFINITY : order;
}

function failureRow(kind: FailureKind): string {
  const policies = Object.keys(policyWords) as RetryPolicy[];
  const again = policies.map((policy) => (retryOn[policy].includes(kind) ? 'sent again' : 'no'));
  return `| ${failureWords[kind]} | ${again.join(' | ')} | ${chargedAfter('at-most-once', kind)} |`;
}

/** An untrusted text as one line without markup. */
function plainLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}|<>`[\]]+/gu, ' ').trim();
}
