import { isMountseaError } from '@mountsea-suno/client';

/** Every error tells how to go on. A reason that several trainings share can name none of them. */
export function withResumeId(error: unknown, id: string): unknown {
  if (typeof error !== 'object' || error === null || !Object.isExtensible(error)) return error;
  const known = (error as { resumeId?: string }).resumeId ?? id;
  return isMountseaError(error) && known !== id ? error : Object.assign(error, { resumeId: known === id ? id : undefined });
}
