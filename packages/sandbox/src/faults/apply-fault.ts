import { jsonResponse, type Reply, reasonOf, type SandboxResponse } from '../response.ts';
import type { FaultRule } from './fault-rule.ts';

/** What the caller gets under a rule, or without one. `serve` lets the server act, as often as it is called. */
export function applyFault(rule: FaultRule | undefined, serve: () => SandboxResponse): Reply {
  if (rule === undefined) return { kind: 'response', response: serve() };
  switch (rule.kind) {
    case 'fail-task':
      return { kind: 'response', response: serve() };
    case 'duplicate':
      serve();
      return { kind: 'response', response: serve() };
    case 'refused':
      return { kind: 'refused' };
    default:
      return failWith(rule, rule.when === 'after' ? serve() : undefined);
  }
}

/** The reply of a rule that fails the call. `real` is the server's own response, if it has acted. */
function failWith(rule: FaultRule, real: SandboxResponse | undefined): Reply {
  switch (rule.kind) {
    case 'reset':
    case 'hang':
      return { kind: rule.kind };
    case 'truncate': {
      const whole =
        real ?? jsonResponse(rule.status ?? 200, rule.body ?? { statusCode: 200, message: 'this response never arrives whole' });
      return { kind: 'truncated', response: withHeaders(whole, rule) };
    }
    default:
      return { kind: 'response', response: withHeaders(faultyResponse(rule, real), rule) };
  }
}

function withHeaders(response: SandboxResponse, { headers = {} }: FaultRule): SandboxResponse {
  const added = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return { ...response, headers: { ...response.headers, ...Object.fromEntries(added) } };
}

/** A response as the rule wants it, without the rule's headers. */
function faultyResponse(rule: FaultRule, real: SandboxResponse | undefined): SandboxResponse {
  switch (rule.kind) {
    case 'html':
      return { status: rule.status ?? 502, headers: { 'content-type': 'text/html' }, body: page(rule.status ?? 502) };
    case 'empty':
      return { status: rule.status ?? real?.status ?? 200, headers: {}, body: '' };
    case 'garbage':
      return {
        status: rule.status ?? real?.status ?? 200,
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: typeof rule.body === 'string' ? rule.body : '{"taskId": <<< not JSON',
      };
    default:
      return statusResponse(rule);
  }
}

const page = (status: number): string =>
  `<!DOCTYPE html>\n<html><head><title>${status} ${reasonOf(status)}</title></head>\n<body><center><h1>${status} ${reasonOf(status)}</h1></center><hr><center>nginx</center></body></html>\n`;

function statusResponse(rule: FaultRule): SandboxResponse {
  const status = rule.status ?? 500;
  if (typeof rule.body === 'string') return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: rule.body };
  const reason = reasonOf(status);
  return jsonResponse(status, rule.body ?? { message: reason, error: reason, statusCode: status });
}
