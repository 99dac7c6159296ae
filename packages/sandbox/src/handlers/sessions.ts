import { checkAudio } from '../audio/check-audio.ts';
import { uuidFrom } from '../seed.ts';
import type { Session } from '../world/session.ts';
import type { Clip, Outcome, Result, Task } from '../world/task.ts';
import { newId, type World } from '../world/world.ts';
import { type Call, type Handler, Refusal, text } from './handler.ts';
import { chargeFor, newTask, priceOf } from './tasks.ts';

/** `POST /suno/v2/customModel/prepare` */
export const prepare: Handler = ({ world, now }) => ({ body: { sessionId: newSession(world, 'custom-model', now).id } });

/** `POST /suno/v2/audio/upload/session` */
export const prepareUploadSession: Handler = ({ world, now }) => ({ body: { sessionId: newSession(world, 'upload', now).id } });

/** `POST /suno/v2/customModel/upload` */
export const uploadToCustomModel: Handler = uploadInto('custom-model');

/** `POST /suno/v2/audio/upload/session/item` */
export const uploadSessionItem: Handler = uploadInto('upload');

/** `POST /suno/v2/upload`: on its own, in no session. */
export const uploadFile: Handler = (call) => {
  const id = newId(call.world, 'upload');
  const value = { clip_id: uuidFrom(`${call.world.seed}/clip/${id}`), status: 'complete' };
  startUpload(call, id, text(call.body.audioUrl), { kind: 'plain', value });
  return { body: { taskId: id } };
};

function newSession(world: World, kind: Session['kind'], now: number): Session {
  const id = newId(world, `session/${kind}`);
  const session: Session = { id, kind, createdAt: now, uploads: [], attempts: [], pendingCreates: 0, creates: 0 };
  world.sessions.set(id, session);
  return session;
}

function uploadInto(kind: Session['kind']): Handler {
  return (call) => {
    const session = call.world.sessions.get(text(call.body.sessionId));
    if (session === undefined || session.kind !== kind) throw new Refusal(call.world.switches.refusalStatus, 'Session not found');
    const audioUrl = text(call.body.audioUrl);
    // The ids follow from session, file and how often the file was sent before, not from the order in which parallel calls arrive.
    const time = session.uploads.filter((upload) => upload.audioUrl === audioUrl).length + 1;
    const id = uuidFrom(`${call.world.seed}/upload/${session.id}/${audioUrl}/${time}`);
    const clip: Clip = { id: uuidFrom(`${call.world.seed}/clip/${id}`), title: undefined, tags: '', audioUrl, seconds: 120 };
    const task = startUpload(call, id, audioUrl, { kind: 'upload', clip });
    session.uploads.push({ audioUrl, task });
    return { body: { taskId: task.id } };
  };
}

/** Starts a task that takes in one audio file. */
function startUpload(call: Call, id: string, audioUrl: string, result: Result): Task {
  const { world } = call;
  const success: Outcome = { status: 'success', result };
  const task = newTask(call, { id, kind: 'upload', outcome: world.audioFetch === undefined ? success : undefined });
  world.tasks.set(id, task);
  const pay = (): void => chargeFor(call, task, priceOf(call));
  if (task.outcome === undefined) fetchAudioFor(world, task, audioUrl, success, pay);
  else pay();
  return task;
}

/** Fetches the task's audio, which decides the task's outcome. */
function fetchAudioFor(world: World, task: Task, audioUrl: string, success: Outcome, done: () => void): void {
  const check = checkAudio(audioUrl, world.audioFetch ?? fetch).then((problem) => {
    task.knownAt = world.clock.now();
    task.outcome = problem === undefined ? success : { status: 'failed', failReason: problem, failCode: 4001 };
    done();
  });
  void (world.clock.hold?.(check) ?? check);
}
