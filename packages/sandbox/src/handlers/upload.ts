import { checkAudio } from '../audio/check-audio.ts';
import type { Session } from '../world/session.ts';
import { type Clip, endOf, type Outcome, type Task } from '../world/task.ts';
import { newId, type World } from '../world/world.ts';
import { type Call, type Handler, Refusal, text } from './handler.ts';
import { chargeFor, newTask, priceOf } from './tasks.ts';

/** `https://host/my%20song.mp3?sig=1` → `my song`. */
function titleOf(audioUrl: string): string {
  const file = new URL(audioUrl).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(file).replace(/\.\w+$/, '');
  } catch {
    return file;
  }
}

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

/** Starts a task that takes in one audio file. The id follows from the file and its session, not from the order of calls. */
export function startUpload(call: Call, audioUrl: string, scope: string): Task {
  const { world } = call;
  const id = newId(world, `upload/${scope}/${audioUrl}`);
  const clip: Clip = {
    id: newId(world, `clip/${scope}/${audioUrl}`),
    title: titleOf(audioUrl),
    tags: '',
    audioUrl,
    seconds: 120,
  };
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
    const task = startUpload(call, audioUrl, session.id);
    session.uploads.push({ audioUrl, task });
    return { body: { taskId: task.id } };
  };
}

/** `POST /suno/v2/customModel/upload` */
export const uploadToCustomModel: Handler = uploadInto('custom-model');

/** `POST /suno/v2/audio/upload/session/item` */
export const uploadSessionItem: Handler = uploadInto('upload');
