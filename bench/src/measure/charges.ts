import { type Fault, late, reset, startFaultServer, status } from '../servers/fault-server.ts';
import type { CreateSubject } from '../subject.ts';

/** The outcome of one create: how often the server accepted it, and what the error says of the charge. */
export interface Charges {
  scenario: string;
  accepted: number;
  /** `charged` of the error; `done` when the call gave a value, `not said` when the error does not say. */
  reported: string;
}

interface Scenario {
  name: string;
  faultOf: (number: number) => Fault | undefined;
  timeoutMs?: number;
}

const once = (fault: Fault) => (number: number) => (number === 1 ? fault : undefined);

/** In each scenario the server accepts the first request, and then something goes wrong. */
const scenarios: readonly Scenario[] = [
  { name: 'reset once', faultOf: once(reset) },
  { name: 'reset every time', faultOf: () => reset },
  { name: '500', faultOf: once(status(500)) },
  { name: '502 with HTML', faultOf: once(status(502, '<html>Bad Gateway</html>')) },
  { name: '503 + Retry-After', faultOf: once(status(503, '{}', { 'retry-after': '1' })) },
  { name: '504', faultOf: once(status(504)) },
  { name: 'client timeout, late response', faultOf: once(late(1_500)), timeoutMs: 400 },
  { name: '201 with half a JSON', faultOf: once(status(201, '{"taskId": "t')) },
];

const giveUpAfterMs = 90_000;

/** Makes ONE create in each scenario, with the library's default settings. */
export async function measureCharges(create: CreateSubject): Promise<Charges[]> {
  const results: Charges[] = [];
  for (const { name, faultOf, timeoutMs } of scenarios) {
    await using server = await startFaultServer(faultOf, () => true);
    const subject = create({ baseUrl: server.url, ...(timeoutMs !== undefined && { timeoutMs }) });
    const reported = await Promise.race([
      subject.post().then(
        () => 'done',
        (error: unknown) => String((error as { charged?: unknown } | null)?.charged ?? 'not said'),
      ),
      new Promise<string>((resolve) => setTimeout(resolve, giveUpAfterMs, 'never ended').unref()),
    ]);
    results.push({ scenario: name, accepted: server.accepted(), reported });
  }
  return results;
}
