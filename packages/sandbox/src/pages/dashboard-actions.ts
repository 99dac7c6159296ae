import { parseFaultRule } from '../faults/parse-fault-rule.ts';
import { parseJson } from '../parse-json.ts';
import { jsonResponse, type SandboxRequest, type SandboxResponse } from '../response.ts';
import type { Sandbox } from '../sandbox.ts';
import { parseSwitches } from '../switches.ts';
import { pageHeaders } from './assets.ts';

type Action = (sandbox: Sandbox, body: Readonly<Record<string, unknown>>) => void;

const actions: Readonly<Record<string, Action>> = {
  '/dashboard/switches': (sandbox, body) => void Object.assign(sandbox.switches, parseSwitches(body)),
  '/dashboard/faults': (sandbox, body) => void sandbox.faults.add(parseFaultRule(body)),
  '/dashboard/faults/clear': (sandbox) => sandbox.faults.clear(),
  '/dashboard/credits': (sandbox, { balance }) => {
    if (typeof balance !== 'number' || !Number.isFinite(balance) || balance < 0) throw new TypeError('balance must be a number');
    sandbox.credits.balance = balance;
  },
  '/dashboard/reset': (sandbox) => sandbox.reset(),
};

const refuse = (status: number, message: string): SandboxResponse =>
  jsonResponse(status, { statusCode: status, message }, pageHeaders);

/** Only a script of this origin can send JSON with this `Origin`: a form cannot send JSON, and the browser stops a script of another site. */
function isOwnPage(request: SandboxRequest): boolean {
  const site = request.header('sec-fetch-site');
  return request.header('origin') === `http://${request.header('host')}` && (site === undefined || site === 'same-origin');
}

/** Performs an action of the dashboard; undefined for a path that is not one of its actions. */
export function handleDashboardAction(sandbox: Sandbox, request: SandboxRequest, path: string): SandboxResponse | undefined {
  const action = Object.hasOwn(actions, path) ? actions[path] : undefined;
  if (action === undefined) return undefined;
  if (request.method !== 'POST') return refuse(405, 'Only POST is allowed');
  if (!isOwnPage(request)) return refuse(403, 'Only the dashboard itself may do this');
  if (!/^application\/json\b/i.test(request.header('content-type') ?? ''))
    return refuse(415, 'The body must be application/json');
  try {
    const body = parseJson(request.body);
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return refuse(400, 'The body must be an object');
    action(sandbox, body as Readonly<Record<string, unknown>>);
    return jsonResponse(200, { ok: true }, pageHeaders);
  } catch (error) {
    return refuse(400, error instanceof Error ? error.message : String(error));
  }
}
