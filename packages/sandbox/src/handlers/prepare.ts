import type { Session } from '../world/session.ts';
import { newId, type World } from '../world/world.ts';
import type { Handler } from './handler.ts';

function newSession(world: World, kind: Session['kind'], now: number): Session {
  const id = newId(world, `session/${kind}`);
  const session: Session = { id, kind, createdAt: now, uploads: [], attempts: [], pendingCreates: 0, creates: 0 };
  world.sessions.set(id, session);
  return session;
}

/** `POST /suno/v2/customModel/prepare` */
export const prepare: Handler = ({ world, now }) => ({ body: { sessionId: newSession(world, 'custom-model', now).id } });

/** `POST /suno/v2/audio/upload/session` */
export const prepareUploadSession: Handler = ({ world, now }) => ({ body: { sessionId: newSession(world, 'upload', now).id } });
