import { type Fault, late, reset, startFaultServer, status } from '../servers/fault-server.ts';
import type { CreateSubject } from '../subject.ts';

/** What one create came to: how often the server accepted it, and what the error says of it. */
export interface Charges {
  scenario: string;
  accepted: number;
  /** `charged` of the error; `done` when the call gave a value, `untold` when the error does not say. */
  told: string;
}

interface Scenario {
  name: string;
  faultOf: (number: number) => Fault | undefined;
  timeoutMs?: number;
}

const once = (fault: Fault) => (number: number) => (number === 1 ? fault : undefined);

/** In each the server accepts the first request; then something goes wrong. */
const scenarios: readonly Scenario[] = [
  { name: 'reset once', faultOf: once(reset) },
  { name: 'reset every time', faultOf: () => reset },
  { name: '500', faultOf: once(status(500)) },
  { name: '502 with HTML', faultOf: once(status(502, '<html>Bad Gateway</html>')) },
  { name: '503 + Retry-After', faultOf: once(status(503, '{}', { 'retry-after': '1' })) },
  { name: '504', faultOf: once(status(504)) },
  { name: 'client timeout, late answer', faultOf: once(late(1_500)), timeoutMs: 400 },
  { name: '201 with half a JSON', faultOf: once(status(201, '{"taskId": "t')) },
];

const patienceMs = 90_000;

/** Makes ONE create in each scenario, with the library's default settings. */
export async function measureCharges(create: CreateSubject): Promise<Charges[]> {
  const results: Charges[] = [];
  for (const { name, faultOf, timeoutMs } of scenarios) {
    await using server = await startFaultServer(faultOf, () => true);
    const subject = create({ baseUrl: server.url, ...(timeoutMs !== undefined && { timeoutMs }) });
    const told = await Promise.race([
      subject.post().then(
        () => 'done',
        (error: unknown) => String((error as { charged?: unknown } | null)?.charged ?? 'untold'),
      ),
      new Promise<string>((resolve) => setTimeout(resolve, patienceMs, 'never ended').unref()),
    ]);
    results.push({ scenario: name, accepted: server.accepted(), told });
  }
  return results;
}
