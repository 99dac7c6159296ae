import type { FaultRule } from '../fault-rule.ts';
import { type Answer, jsonAnswer, type Reply, reasonOf } from '../serve/answer.ts';

const page = (status: number): string =>
  `<!DOCTYPE html>\n<html><head><title>${status} ${reasonOf(status)}</title></head>\n<body><center><h1>${status} ${reasonOf(status)}</h1></center><hr><center>nginx</center></body></html>\n`;

function statusAnswer(rule: FaultRule): Answer {
  const status = rule.status ?? 500;
  if (typeof rule.body === 'string') return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: rule.body };
  const reason = reasonOf(status);
  return jsonAnswer(status, rule.body ?? { message: reason, error: reason, statusCode: status });
}

/** An answer as the rule wants it, headers added. */
function spoiledAnswer(rule: FaultRule, real: Answer | undefined): Answer {
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
      return statusAnswer(rule);
  }
}

const withHeaders = (answer: Answer, rule: FaultRule): Answer =>
  rule.headers === undefined ? answer : { ...answer, headers: { ...answer.headers, ...rule.headers } };

/** What the caller gets where a rule has hit; `real` is the server's own answer, where it has acted. */
export function spoil(rule: FaultRule, real: Answer | undefined): Reply {
  switch (rule.kind) {
    case 'reset':
    case 'refused':
    case 'hang':
      return { kind: rule.kind };
    case 'truncate': {
      const whole =
        real ?? jsonAnswer(rule.status ?? 200, rule.body ?? { statusCode: 200, message: 'this answer never arrives whole' });
      return { kind: 'truncated', answer: withHeaders(whole, rule) };
    }
    default:
      return { kind: 'answer', answer: withHeaders(spoiledAnswer(rule, real), rule) };
  }
}
