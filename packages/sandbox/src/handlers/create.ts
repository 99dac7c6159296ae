import { uuidFrom } from '../seed.ts';
import { clipIdsOf, type Session } from '../world/session.ts';
import { endOf, hasEnded, type Outcome } from '../world/task.ts';
import { schedule, toClockMs } from '../world/world.ts';
import { type Call, type Handler, Refusal, text } from './handler.ts';
import { chargeFor, isShort, newTask, priceOf } from './tasks.ts';

/** `POST /suno/v2/customModel/create` */
export const createCustomModel: Handler = (call) => {
  const { world, body, now } = call;
  const { switches } = world;
  const session = world.sessions.get(text(body.sessionId));
  if (session === undefined || session.kind !== 'custom-model') throw new Refusal(switches.refusalStatus, 'Session not found');

  const prior = priorOf(session, now);
  if (prior === 'live' && switches.secondCreate === 'refused')
    throw new Refusal(switches.refusalStatus, 'Session is already submitted');
  if (prior === 'live' && switches.secondCreate === 'free') return { body: { taskId: session.id } };

  const price = prior === 'failed' && switches.createAfterFailure === 'free' ? 0 : priceOf(call);
  const obstacle = findObstacle(call, session, price);
  if (obstacle?.policy === 'refused') throw new Refusal(obstacle.status, obstacle.reason);

  session.creates += 1;
  session.pendingCreates += 1;
  const attempt = session.creates;
  const at = now + toClockMs(world, switches.createCommitDelayMs);
  const commit = (): void => startTraining(call, session, { attempt, at, price, failReason: obstacle?.reason });
  if (at > now) schedule(world, at, commit);
  else commit();
  return { body: { taskId: session.id } };
};

type Prior = 'none' | 'failed' | 'live';

/** What became of the creates before this one. */
function priorOf(session: Session, now: number): Prior {
  if (session.pendingCreates > 0) return 'live';
  const last = session.attempts.at(-1)?.task;
  if (last === undefined) return 'none';
  return last.outcome?.status !== 'success' && hasEnded(last, now) ? 'failed' : 'live';
}

const maxNameLength = 16;

/** Why the create cannot work, if the switches say that it cannot. */
function findObstacle(
  call: Call,
  session: Session,
  price: number,
): { policy: 'refused' | 'fails'; status: number; reason: string } | undefined {
  const { world, body, now } = call;
  const { foreignClip, longName, refusalStatus, shortOfCredits, shortOfCreditsStatus } = world.switches;
  const own = new Set(clipIdsOf(session, now));
  const isForeign = (body.clipIds as string[]).some((id) => !own.has(id));
  if (isForeign && foreignClip !== 'accepted')
    return { policy: foreignClip, status: refusalStatus, reason: 'A clip does not belong to this session' };
  if (text(body.name).length > maxNameLength && longName !== 'accepted')
    return {
      policy: longName,
      status: refusalStatus,
      reason: `name must be shorter than or equal to ${maxNameLength} characters`,
    };
  if (isShort(world, price) && shortOfCredits !== 'accepted')
    return { policy: shortOfCredits, status: shortOfCreditsStatus, reason: 'Insufficient credits' };
  return undefined;
}

interface Start {
  readonly attempt: number;
  readonly at: number;
  readonly price: number;
  readonly failReason: string | undefined;
}

/** The create takes effect. */
function startTraining(call: Call, session: Session, { attempt, at, price, failReason }: Start): void {
  const { world, body } = call;
  const name = text(body.name);
  const modelUuid = uuidFrom(`${world.seed}/model/${session.id}/${attempt}`);
  const outcome: Outcome =
    failReason === undefined
      ? { status: 'success', result: { kind: 'model', modelUuid, name, sessionId: session.id } }
      : { status: 'failed', failReason };
  const createdAt = world.switches.sessionCreatedAt === 'create' ? at : session.createdAt;
  const task = newTask(call, { id: session.id, kind: 'create', outcome, createdAt, startedAt: at, attempt });
  session.pendingCreates -= 1;
  session.attempts.push({ task, name, clipIds: body.clipIds as string[], modelUuid });
  if (task.outcome?.status === 'success') world.models.set(modelUuid, endOf(task) ?? at);
  chargeFor(call, task, price, session.id);
}
