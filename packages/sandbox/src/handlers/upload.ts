import { checkAudio } from '../audio/check-audio.ts';
import { uuidFrom } from '../world/seed.ts';
import type { Session } from '../world/session.ts';
import { type Clip, endOf, type Outcome, type Task } from '../world/task.ts';
import type { World } from '../world/world.ts';
import { type Call, type Handler, Refusal, text } from './handler.ts';
import { chargeFor, newTask, priceOf } from './tasks.ts';

/** Fetches the task's audio; what comes of it becomes the task's outcome. */
function fetchAudioFor(world: World, task: Task, audioUrl: string, clip: Clip, done: () => void): void {
  const check = checkAudio(audioUrl, world.audioFetch ?? fetch).then((problem) => {
    task.knownAt = world.clock.now();
    task.outcome =
      problem === undefined
        ? { status: 'success', result: { kind: 'upload', clip } }
        : { status: 'failed', failReason: problem, failCode: 4001 };
    done();
  });
  void (world.clock.hold?.(check) ?? check);
}

/** Starts a task that takes in one audio file. Its id follows from file and session (and which time it is), not from the order of calls. */
function startUpload(call: Call, session: Session, audioUrl: string): Task {
  const { world } = call;
  const time = session.uploads.filter((upload) => upload.audioUrl === audioUrl).length + 1;
  const id = uuidFrom(`${world.seed}/upload/${session.id}/${audioUrl}/${time}`);
  const clip: Clip = { id: uuidFrom(`${world.seed}/clip/${id}`), title: undefined, tags: '', audioUrl, seconds: 120 };
  const outcome: Outcome | undefined =
    world.audioFetch === undefined ? { status: 'success', result: { kind: 'upload', clip } } : undefined;
  const task = newTask(call, { id, kind: 'upload', outcome });
  world.tasks.set(id, task);
  const pay = (): void => chargeFor(call, task, priceOf(call));
  if (endOf(task) === undefined) fetchAudioFor(world, task, audioUrl, clip, pay);
  else pay();
  return task;
}

function uploadInto(kind: Session['kind']): Handler {
  return (call) => {
    const session = call.world.sessions.get(text(call.body.sessionId));
    if (session === undefined || session.kind !== kind) throw new Refusal(call.world.switches.refusalStatus, 'Session not found');
    const audioUrl = text(call.body.audioUrl);
    const task = startUpload(call, session, audioUrl);
    session.uploads.push({ audioUrl, task });
    return { body: { taskId: task.id } };
  };
}

/** `POST /suno/v2/customModel/upload` */
export const uploadToCustomModel: Handler = uploadInto('custom-model');

/** `POST /suno/v2/audio/upload/session/item` */
export const uploadSessionItem: Handler = uploadInto('upload');
