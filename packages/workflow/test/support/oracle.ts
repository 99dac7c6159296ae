import type { Sandbox } from '@mountsea-suno/sandbox';

/** What the server knows in the end: the only witness of a proof. */
export interface Verdict {
  /** Charges for creates. */
  charges: number;
  /** Creates that took effect. */
  accepted: number;
  /** Trained models. */
  models: string[];
}

const CREATE_PATH = '/suno/v2/customModel/create';

export function askServer(sandbox: Sandbox): Verdict {
  const { sessions, charges, models } = sandbox.snapshot();
  return {
    charges: charges.filter(({ apiPath, amount }) => apiPath.endsWith(CREATE_PATH) && amount > 0).length,
    accepted: sessions.reduce((sum, session) => sum + session.creates, 0),
    models,
  };
}
