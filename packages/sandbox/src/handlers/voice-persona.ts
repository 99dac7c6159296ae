import { uuidFrom } from '../seed.ts';
import { isAwaiting, type Outcome } from '../world/task.ts';
import { newId, toClockMs } from '../world/world.ts';
import { type Handler, Refusal, text } from './handler.ts';
import { chargeFor, newTask, priceOf } from './tasks.ts';

/** How long the service waits for the second call, as documented. */
const verificationLimitMs = 30_000;

const tooLate: Outcome = { status: 'failed', failReason: 'The verification did not come in time.', failCode: 'VP_USER_TIMEOUT' };

/** `POST /suno/v2/voicePersona/init`: a task that stops at `awaiting` until it is completed, or fails. */
export const initVoicePersona: Handler = (call) => {
  const { world, body } = call;
  const id = newId(world, 'voice-persona');
  const value = {
    phrase_text: 'The quick brown fox sings at dawn',
    phrase_id: uuidFrom(`${world.seed}/phrase/${id}`),
    vox_audio_id: uuidFrom(`${world.seed}/vox/${id}`),
    voice_recording_id: uuidFrom(`${world.seed}/recording/${id}`),
    vocal_start_s: Number(body.vocal_start_s ?? 0),
    vocal_end_s: Number(body.vocal_end_s ?? 20),
  };
  const awaiting = call.forcedOutcome === undefined ? { value, limitMs: toClockMs(world, verificationLimitMs) } : undefined;
  world.tasks.set(id, newTask(call, { id, kind: 'other', outcome: tooLate, awaiting }));
  return { body: { taskId: id } };
};

/** `POST /suno/v2/voicePersona/complete`: the same task goes on. */
export const completeVoicePersona: Handler = (call) => {
  const { world, body, now } = call;
  const id = text(body.taskId);
  const waiting = world.tasks.get(id);
  if (waiting === undefined || !isAwaiting(waiting, now))
    throw new Refusal(world.switches.refusalStatus, 'The task is not awaiting');
  const value = { id: uuidFrom(`${world.seed}/persona/${id}`), name: text(body.name), persona_type: 'vox', status: 'complete' };
  const outcome: Outcome = { status: 'success', result: { kind: 'plain', value } };
  const task = newTask(call, { id, kind: 'other', outcome, createdAt: waiting.createdAt, attempt: 2 });
  world.tasks.set(id, task);
  chargeFor(call, task, priceOf(call));
  return { body: { taskId: id } };
};
