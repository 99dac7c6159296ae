import { MountseaError } from '@mountsea-suno/client';
import type { FailReason } from '../core/decide.ts';
import { CreateOutcomeUnknownError, TrainingFailedError, UploadFailedError } from '../errors/workflow-errors.ts';
import type { TrainingState } from '../state/training-state.ts';
import { plain } from '../text/plain.ts';

/** The error in which a record ends. Made from the record alone, so a resumed run ends in the same one. */
export function finalError(state: TrainingState, reason: FailReason): MountseaError {
  const attempt = state.creates.at(-1);
  if (reason === 'upload_failed') return new UploadFailedError(state);
  if (reason === 'training_failed') return new TrainingFailedError(state);
  if (reason === 'create_outcome_unknown') return new CreateOutcomeUnknownError(state, whatWasSeen(state));
  const { code = 'validation_failed', message = 'The create was refused.' } = attempt?.problem ?? {};
  return new MountseaError(code, message, { operation: 'customModel.create', charged: 'no', resumeId: state.id });
}

function whatWasSeen(state: TrainingState): string {
  const { seen, ledger, intendedAt = 0, problem } = state.creates.at(-1) ?? {};
  const findings = {
    charged: `the ledger shows ${ledger?.charges} charge(s) for a create since, which may be of another training`,
    none: 'the ledger shows no charge, though the session has changed',
    unavailable: 'the ledger could not be read',
  };
  return (
    `It is not known whether the create of ${new Date(intendedAt).toISOString()} was accepted (${problem?.code ?? 'interrupted'}). ` +
    `The session reads ${plain(seen?.status ?? 'nothing')}, and ${findings[ledger?.finding ?? 'unavailable']}. ` +
    `Resume ${state.id} to look again, or with resendCreate, which may cost another 100 credits.`
  );
}
